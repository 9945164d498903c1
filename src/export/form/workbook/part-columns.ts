import type { Question, Questionnaire } from '../../../questionnaire/questionnaire.js';
import { remarksOf } from '../../../response/reading/read-remark.js';
import { askedOf, type Entry, type FormPart } from '../form.js';
import { type FormRemark, formRemarks, remarkTitle } from '../words.js';
import { type Row, shown } from './layout.js';

/** What stands in which column of a part's sheet, from 0. */
export interface Columns {
  readonly help: number | undefined;
  readonly answer: number;
  readonly state: number;
  readonly meaning: number;
  readonly remarks: readonly FormRemark[];
}

const remarkWidths: Readonly<Record<FormRemark, number>> = {
  note: 24,
  target: 15,
  evidence: 20,
  barriers: 20,
  confidence: 12,
  best_practice: 20,
  share: 10,
  contact: 18,
};

/** The columns that a part needs: none for help or a follow-up that nothing in it has. */
export function columnsOf(part: FormPart): Columns {
  const asked = askedOf(part);
  const explains = part.entries.some((entry) => explanation(entry) !== undefined);
  const answer = explains ? 3 : 2;
  return {
    help: explains ? 2 : undefined,
    answer,
    state: answer + 1,
    meaning: answer + 2,
    remarks: formRemarks.filter((remark) => asked.some(({ question }) => takes(question, remark))),
  };
}

/** Whether a question has room for the remark. */
export function takes(question: Question, remark: FormRemark): boolean {
  return remarksOf(question).includes(remark);
}

/** Of each column, in characters. */
export function widthsOf({ help, remarks }: Columns): readonly number[] {
  const widths = [6, 38, ...(help === undefined ? [] : [24]), 20, 11, 44];
  return [...widths, ...remarks.map((remark) => remarkWidths[remark])];
}

/** The titles of the columns. */
export function headerRow(questionnaire: Questionnaire, { help, remarks }: Columns): Row {
  const titles = [
    'No.',
    'Question',
    ...(help === undefined ? [] : ['Help']),
    'Answer',
    'State',
    'What the answers mean',
    ...remarks.map((remark) => remarkTitle(questionnaire, remark)),
  ];
  return titles.map((title) => shown('header', title));
}

/** What helps to understand an entry, and when it is asked. */
export function explanation(entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'heading':
      return entry.description?.trim();
    case 'grid':
      return paragraphs(entry.when, entry.help);
    case 'question': {
      const { question, when } = entry;
      // The items of a grid share what stands at its text.
      return question.grid === undefined ? paragraphs(when, question.help) : undefined;
    }
  }
}

function paragraphs(...parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.flatMap((part) => (part === undefined ? [] : [part.trim()]));
  return present.length === 0 ? undefined : present.join('\n');
}
