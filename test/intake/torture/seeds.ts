import { fileOf } from '../flavours/exports.js';
import { delimiters, type Table, tableIn } from './naive-csv.js';

/** A valid table that torture begins with, and what a person would have to tell of it. */
export interface Seed {
  readonly file: string;
  readonly flavour: string;
  readonly table: Table;
  readonly delimiter: string;
  /** How many rows stand above the responses. */
  readonly heads: number;
  /** Whether each column of answers is a response. */
  readonly isTurned: boolean;
  /** What the form tool's codes stand for, by question. */
  readonly codes: Codes;
}

export type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>;

const levelCodes = { 5: 'DK', 6: 'NA' };
const placeCodes: Codes = {
  data_owner: levelCodes,
  strategy: { 1: 'yes', 2: 'no', 3: 'DK' },
  lead: { 1: 'officer', 2: 'team', 3: 'nobody' },
  channel_phone: levelCodes,
  channel_web: levelCodes,
  channel_desk: levelCodes,
};
const answerCodes: Codes = { lead: { A1: 'officer', A2: 'team', A3: 'nobody' } };
const optionCodes: Codes = { tools: { 1: 'sheets', 2: 'own', 3: 'reports', 4: 'none' } };

export const seeds: readonly Seed[] = [
  seed('canonical', 'canonical.csv'),
  seed('google-forms', 'google-forms/download.csv'),
  seed('google-forms', 'google-forms/sheet.csv'),
  seed('microsoft-forms', 'microsoft-forms/survey.csv'),
  seed('microsoft-forms', 'microsoft-forms/quiz.csv'),
  seed('microsoft-forms', 'microsoft-forms/german.csv'),
  seed('microsoft-forms', 'microsoft-forms/french.csv'),
  seed('hand-filled', 'hand-filled/wide.csv'),
  seed('hand-filled', 'hand-filled/one-a-column.csv', { isTurned: true }),
  seed('hand-filled', 'hand-filled/comments.csv', { isTurned: true }),
  seed('hand-filled', 'hand-filled/one-answer-1.csv', { isTurned: true }),
  seed('surveymonkey', 'surveymonkey/expanded.csv', { heads: 2 }),
  seed('surveymonkey', 'surveymonkey/condensed.csv', { heads: 2 }),
  seed('surveymonkey', 'surveymonkey/numeric.csv', { heads: 2, codes: { ...placeCodes, ...optionCodes } }),
  seed('qualtrics', 'qualtrics/choice-text.csv', { heads: 3 }),
  seed('qualtrics', 'qualtrics/numeric.tsv', { heads: 3, codes: { ...placeCodes, ...optionCodes } }),
  seed('limesurvey', 'limesurvey/answer-codes.csv', { codes: answerCodes }),
  seed('limesurvey', 'limesurvey/full-answers.csv'),
  seed('limesurvey', 'limesurvey/text-headings.csv'),
  seed('kobo', 'kobo/kobo-names.csv'),
  seed('kobo', 'kobo/kobo-labels.csv', { heads: 2 }),
  seed('kobo', 'kobo/odk-central.csv'),
];

function seed(
  flavour: string,
  file: string,
  { heads = 1, isTurned = false, codes = {} }: Partial<Pick<Seed, 'heads' | 'isTurned' | 'codes'>> = {},
): Seed {
  const text = fileOf(file)
    .toString()
    .replace(/^\ufeff/, '');
  const widthOf = (delimiter: string) => tableIn(text, delimiter)[0]?.length ?? 0;
  const [delimiter = ','] = [...delimiters].sort((one, other) => widthOf(other) - widthOf(one));
  return { file, flavour, table: tableIn(text, delimiter), delimiter, heads, isTurned, codes };
}

/** The map that a person would write of the codes. */
export function mapOf({ codes }: Seed): string {
  return `milepost: 1\nkind: map\nvalues: ${JSON.stringify(codes)}\n`;
}

/** The questionnaire that all of them answer. */
export const questionnaire = fileOf('questionnaire.yaml').toString();
