import { type Finding, finding, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { columnLetter } from '../../finding/words.js';
import { remarksOf } from '../../response/read-remark.js';
import type { Session, SourceFile } from '../session.js';
import type { ColumnReading, Columns } from './columns.js';
import { type Found, findTargets } from './find-targets.js';
import type { Heading, Layout, TableHead } from './layout.js';
import { isFollowUp, type NameIndex } from './name-index.js';
import { headingKey, noMap, type ReturnsMap, returnsMap } from './returns-map.js';
import { nameOf } from './targets.js';

/** The columns, unless the table cannot be read by them, and what is to be said of them. */
export interface Matched {
  readonly columns: Columns | undefined;
  readonly readings: readonly ColumnReading[];
  readonly findings: readonly Finding[];
}

/** The map that goes with the file; what is wrong with it was told when it was read. */
function mapOf(session: Session, { options: { map } }: SourceFile): ReturnsMap {
  return map === undefined ? noMap : returnsMap(map, session.targets).map;
}

/** What headings of the file can be called: by the questionnaire, and by the map that goes with the file. */
export function fileNames(session: Session, file: SourceFile): NameIndex {
  const { names } = session;
  const { columns } = mapOf(session, file);
  return columns.size === 0
    ? names
    : { ...names, find: (name) => columns.get(headingKey(name)) ?? names.find(name) };
}

/** Makes out what each column holds, by the headings that its flavour laid out. */
export function matchColumns(session: Session, file: SourceFile, layout: Layout, head: TableHead): Matched {
  const { headings, headingLine: line, places } = layout;
  const sheet = head.sheet === undefined ? {} : { sheet: head.sheet };
  const place = (at: number, name: string): Place => ({
    file: file.name,
    cell: { ...(places?.[at] ?? { ...sheet, line, column: at + 1 }), name },
  });
  const top: Place =
    places === undefined ? { file: file.name, cell: { ...sheet, line } } : { file: file.name };
  const map = mapOf(session, file);
  const found = [
    ...findTargets(session, map, headings),
    ...map.constants.map(({ target, name }, index): Found => {
      const heading: Heading = {
        at: headings.length + index,
        text: name,
        use: { kind: 'named', names: [name] },
      };
      return { kind: 'column', heading, target };
    }),
  ];
  const findings: Finding[] = [];

  const taken = new Map<string, Found>();
  let duplicated = false;
  for (const one of found) {
    if (one.kind !== 'column') continue;
    const name = nameOf(one.target);
    const first = taken.get(name);
    if (first === undefined) taken.set(name, one);
    else {
      duplicated = true;
      const letter = columnLetter(first.heading.at + 1);
      findings.push(
        finding('duplicate-column', place(one.heading.at, name), { column: name, first: letter }),
      );
    }
  }
  const at = new Set([...taken.keys(), ...groupsOf(found).map(({ question }) => question.id)]);
  const absent = [...session.targets.keys()].filter((name) => !at.has(name));
  const readings = found.slice(0, headings.length).map((one) => readingOf(one, absent));
  if (duplicated) return { columns: undefined, readings, findings };

  const { questions } = session.questionnaire;
  if (!questions.some(({ id }) => at.has(id))) {
    const args = {
      delimiter: head.delimiter ?? 'cells of a sheet',
      columns: headings.length,
      example: questions[0]?.id,
    };
    return { columns: undefined, readings, findings: [finding('no-question-columns', top, args)] };
  }

  const strangers = found.flatMap((one) => (one.kind === 'stranger' ? [one.heading] : []));
  for (const { at: column, text } of strangers) {
    if (text !== '') findings.push(strangeColumn(session, text, place(column, text), absent));
  }
  const missing = missingColumns(
    session,
    at,
    strangers.map(({ text }) => text),
    top,
  );
  findings.push(...missing.findings);
  const areProtected = head.delimiter !== undefined;
  const columns = { ...columnsOf(session, layout, map, found, missing.refuses), areProtected };
  return { columns, readings, findings };
}

function readingOf(one: Found, absent: readonly string[]): ColumnReading {
  const { at, text: heading } = one.heading;
  switch (one.kind) {
    case 'column':
      return { at, heading, as: { kind: 'column', name: nameOf(one.target) } };
    case 'option':
      return { at, heading, as: { kind: 'option', question: one.question.id, option: one.word } };
    case 'other':
      return { at, heading, as: { kind: 'other', question: one.question.id } };
    case 'unread':
      return { at, heading, as: { kind: 'unread' } };
    case 'stranger':
      return { at, heading, as: { kind: 'unknown', suggestion: suggest(heading, absent) } };
  }
}

function columnsOf(
  session: Session,
  layout: Layout,
  map: ReturnsMap,
  found: readonly Found[],
  refuses: boolean,
): Omit<Columns, 'areProtected'> {
  const columns = found.filter((one) => one.kind === 'column');
  const fields = columns.flatMap(({ heading: { at }, target }) =>
    target.kind === 'profile' ? [{ at, field: target.field }] : [],
  );
  const isDropped = (id: string, personal: boolean) => personal && !session.options.keep.has(id);
  const strangers = found.flatMap((one) => (one.kind === 'stranger' ? [one.heading] : []));
  const names: string[] = [];
  for (const one of found) {
    names[one.heading.at] = one.kind === 'column' ? nameOf(one.target) : one.heading.text;
  }
  return {
    names,
    meta: new Map(
      columns.flatMap(({ heading: { at }, target }) =>
        target.kind === 'meta' ? [[target.meta, at] as const] : [],
      ),
    ),
    profile: fields.filter(({ field: { id, personal } }) => !isDropped(id, personal)),
    questions: columns.flatMap(({ heading: { at }, target }) =>
      target.kind === 'question' ? [{ at, question: target.question }] : [],
    ),
    groups: groupsOf(found),
    remarks: columns.flatMap(({ heading: { at }, target }) =>
      target.kind === 'remark' ? [{ at, question: target.question, remark: target.remark }] : [],
    ),
    others: found.flatMap((one) =>
      one.kind === 'other' ? [{ at: one.heading.at, question: one.question }] : [],
    ),
    unread: [
      ...found.flatMap((one) => (one.kind === 'stranger' || one.kind === 'unread' ? [one.heading.at] : [])),
      ...fields.flatMap(({ at, field: { id, personal } }) => (isDropped(id, personal) ? [at] : [])),
    ],
    unnamed: strangers.filter(({ text }) => text === '').map(({ at }) => at),
    refuses,
    cells: layout.cells,
    places: layout.places,
    width: layout.headings.length,
    constants: map.constants.map(({ cell }) => cell),
    values: map.values,
  };
}

/** The option columns of each question together, in the order of the table. */
function groupsOf(found: readonly Found[]): Columns['groups'] {
  const groups = new Map<
    string,
    Columns['groups'][number] & { readonly parts: { at: number; word: string }[] }
  >();
  for (const one of found) {
    if (one.kind !== 'option') continue;
    const { question, word, heading } = one;
    let group = groups.get(question.id);
    if (group === undefined) {
      group = { question, parts: [] };
      groups.set(question.id, group);
    }
    group.parts.push({ at: heading.at, word });
  }
  return [...groups.values()];
}

function strangeColumn(session: Session, column: string, place: Place, absent: readonly string[]): Finding {
  const joint = column.indexOf('__');
  const target = joint > 0 ? session.targets.get(column.slice(0, joint)) : undefined;
  const followUp = column.slice(joint + 2);
  if (target?.kind === 'question' && isFollowUp(followUp)) {
    const { question } = target;
    const asked = remarksOf(question).filter((remark) => remark !== 'votes' && remark !== 'dissent');
    return finding('follow-up-not-asked', place, { column, question: question.id, followUp, asked });
  }
  return finding('unknown-column', place, { column, suggestion: suggest(column, absent) });
}

function missingColumns(
  { questionnaire }: Session,
  at: ReadonlySet<string>,
  strangers: readonly string[],
  place: Place,
): { readonly findings: readonly Finding[]; readonly refuses: boolean } {
  const findings: Finding[] = [];
  let refuses = false;
  const miss = (column: string, what: 'question' | 'unit' | 'profile') => {
    refuses = true;
    findings.push(finding('missing-column', place, { column, what, suggestion: suggest(column, strangers) }));
  };
  for (const { id, unit, required, personal } of questionnaire.profile) {
    if (at.has(id) || personal) continue;
    if (required) miss(id, unit ? 'unit' : 'profile');
    else if (unit) findings.push(finding('unit-without-column', place, { column: id }));
  }
  const optional: string[] = [];
  for (const { id, required, when } of questionnaire.questions) {
    if (at.has(id)) continue;
    if (required && when === undefined) miss(id, 'question');
    else optional.push(id);
  }
  if (optional.length > 0) {
    const args = { questions: optional, of: questionnaire.questions.length };
    findings.push(finding('questions-without-column', place, args));
  }
  return { findings, refuses };
}
