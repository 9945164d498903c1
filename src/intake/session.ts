import { type Finding, finding, type Place } from '../finding/finding.js';
import { columnLetter } from '../finding/words.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { questionnaireDigest } from '../response/meaning/digest.js';
import { type ResponseReader, responseReader } from '../response/reading/read-response.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import { type ResponseValidator, responseValidator } from '../response/schema/validate.js';
import type { Encoding } from './bytes/decode.js';
import { type NameIndex, nameIndex } from './columns/name-index.js';
import { type Target, targetsOf } from './columns/targets.js';
import { type AlikeRows, alikeRows } from './keys/alike.js';
import { type Claim, type Keys, responseKeys } from './keys/keys.js';
import { type UnitNames, unitNames } from './keys/unit-names.js';
import { type FileOptions, type IntakeOptions, noOptions } from './options.js';
import { type RegisteredUnits, registeredUnits } from './register/registered-units.js';
import { countOne, type Tally, talliedFindings } from './tally.js';

/** What all files of one intake share. */
export interface Session {
  readonly questionnaire: Questionnaire;
  /** What a response from a table says of the questionnaire: it was read with this one. */
  readonly reference: Response['questionnaire'];
  readonly digest: string;
  readonly reader: ResponseReader;
  readonly validator: ResponseValidator;
  readonly targets: ReadonlyMap<string, Target>;
  readonly names: NameIndex;
  readonly options: Required<IntakeOptions>;
  readonly keys: Keys;
  readonly units: UnitNames;
  /** What the register says of units, where there is one. */
  readonly register: RegisteredUnits | undefined;
  readonly notAsked: NotAsked;
  /** What is still to be asked again, told once a question. */
  readonly askAgain: Tally;
  readonly alike: AlikeRows;
  /** Rows that are alike to one of another file or sheet, told once. */
  readonly alikeElsewhere: Tally;
  readonly files: SourceFile[];
}

/** One file while it is read. */
export interface SourceFile {
  readonly name: string;
  /** The name without its folders and its ending. */
  readonly stem: string;
  readonly index: number;
  readonly options: FileOptions;
  /** What its positions count; a form is one response. */
  unit: 'line' | 'column' | 'element' | 'row' | 'form';
  /** The sheet, in a workbook of tables. */
  readonly sheet?: string;
  readonly encoding: Encoding;
}

interface NotAsked {
  readonly counts: Uint32Array;
  readonly first: (Place | undefined)[];
}

export function openSession(questionnaire: Questionnaire, options: IntakeOptions = {}): Session {
  const { id, version, questions } = questionnaire;
  const digest = questionnaireDigest(questionnaire);
  const reader = responseReader(questionnaire, options.keep);
  const targets = targetsOf(questionnaire);
  const register =
    options.register === undefined ? undefined : registeredUnits(options.register, questionnaire);
  return {
    questionnaire,
    reference: Object.freeze({ id, version, digest }),
    digest,
    reader,
    validator: responseValidator(questionnaire),
    targets,
    names: nameIndex(targets),
    options: { ...noOptions, ...options },
    keys: responseKeys(),
    units: unitNames(register?.levels),
    register,
    notAsked: { counts: new Uint32Array(questions.length), first: questions.map(() => undefined) },
    askAgain: new Map(),
    alike: alikeRows(),
    alikeElsewhere: new Map(),
    files: [],
  };
}

export function openFile(session: Session, name: string, options: FileOptions = {}): SourceFile {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const stem = dot > 0 ? base.slice(0, dot) : base;
  const file: SourceFile = {
    name,
    stem,
    index: session.files.length,
    options,
    unit: 'line',
    encoding: { name: 'UTF-8', damaged: false },
  };
  session.files.push(file);
  session.keys.nextFile();
  return file;
}

/** Part of a workbook, with keys of its own; rows are named by it where there are other sheets with responses. */
export function openSheet(session: Session, file: SourceFile, sheet: string, only: boolean): SourceFile {
  const opened: SourceFile = {
    ...file,
    index: session.files.length,
    stem: only ? file.stem : `${file.stem}:${sheet}`,
    unit: 'row',
    sheet,
  };
  session.files.push(opened);
  session.keys.nextFile();
  return opened;
}

/** Counts the answers of a response that were not asked for. */
export function noteNotAsked(
  { notAsked, questionnaire }: Session,
  { answeredNotAsked }: Resolved,
  placeOf: (question: string) => Place,
): void {
  for (const index of answeredNotAsked) {
    notAsked.counts[index] = (notAsked.counts[index] ?? 0) + 1;
    notAsked.first[index] ??= placeOf(questionnaire.questions[index]?.id ?? '');
  }
}

/** Counts the questions that a migration left to be asked again. */
export function noteAskAgain(
  { askAgain }: Session,
  left: NonNullable<Response['ask_again']>,
  placeOf: (question: string) => Place,
): void {
  for (const question of Object.keys(left)) {
    countOne(askAgain, question, (responses) =>
      finding('to-be-asked-again', placeOf(question), { question, responses }),
    );
  }
}

/** What is to be said when all files are read. */
export function closingFindings({
  notAsked,
  askAgain,
  alikeElsewhere,
  questionnaire,
}: Session): readonly Finding[] {
  const unasked = questionnaire.questions.flatMap(({ id, index }) => {
    const place = notAsked.first[index];
    const responses = notAsked.counts[index] ?? 0;
    return place === undefined ? [] : [finding('answered-not-asked', place, { question: id, responses })];
  });
  return [...unasked, ...talliedFindings(askAgain), ...talliedFindings(alikeElsewhere)];
}

/** `line 12 of a.csv`, as a message names the place of the first claim. */
export function claimText({ files }: Session, { file, position }: Claim): string {
  const source = files[file];
  if (source === undefined) return `${position}`;
  switch (source.unit) {
    case 'line':
      return `line ${position} of ${source.name}`;
    case 'row':
      return `row ${position} of ${source.name}!${source.sheet ?? ''}`;
    case 'column':
      return `column ${columnLetter(position)} of ${source.name}`;
    case 'element':
      return `response ${position} of ${source.name}`;
    case 'form':
      return `the form ${source.name}`;
  }
}
