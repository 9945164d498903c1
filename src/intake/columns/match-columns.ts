import { type Finding, finding, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { columnLetter } from '../../finding/words.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { remarksOf } from '../../response/reading/read-remark.js';
import { flavourTitles } from '../flavours/names.js';
import type { Session, SourceFile } from '../session.js';
import { readingOf } from './column-reading.js';
import type { ColumnReading, Columns } from './columns.js';
import { type Found, findTargets } from './find-targets.js';
import type { Heading, Layout, TableHead } from './layout.js';
import { isFollowUp, type NameIndex } from './name-index.js';
import { nearestTarget } from './nearest-target.js';
import { takenInOrder } from './repeated-titles.js';
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
  const { columns, ignored } = mapOf(session, file);
  return {
    ...names,
    find: (name) => columns.get(headingKey(name)) ?? names.find(name),
    ignores: (heading) => ignored.has(headingKey(heading)),
  };
}

/** Makes out what each column holds, by the headings that its flavour laid out. */
export function matchColumns(session: Session, file: SourceFile, layout: Layout, head: TableHead): Matched {
  const { headings, headingLine: line, spots } = layout;
  const sheet = head.sheet === undefined ? {} : { sheet: head.sheet };
  const place = (at: number, name: string): Place => ({
    file: file.name,
    cell: {
      ...sheet,
      ...(spots === undefined ? { line, column: at + 1 } : (spots.heading(at) ?? { line })),
      name,
    },
  });
  const top: Place =
    spots?.heading(0)?.sheet === undefined
      ? { file: file.name, cell: { ...sheet, line } }
      : { file: file.name };
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
      const spot = spots?.heading(first.heading.at);
      const where = spot === undefined ? `column ${columnLetter(first.heading.at + 1)}` : `line ${spot.line}`;
      findings.push(finding('duplicate-column', place(one.heading.at, name), { column: name, first: where }));
    }
  }
  const at = new Set([...taken.keys(), ...groupsOf(found).map(({ question }) => question.id)]);
  const absent = [...session.targets.keys()].filter((name) => !at.has(name));
  const readings = found
    .slice(0, headings.length)
    .map((one) => readingOf(session, one, absent, spots?.heading(one.heading.at)?.line));
  if (duplicated) return { columns: undefined, readings, findings };

  const { questions } = session.questionnaire;
  const { flavour: said } = file.options;
  if (!questions.some(({ id }) => at.has(id))) {
    const args = {
      delimiter: head.delimiter ?? 'cells of a sheet',
      columns: headings.length,
      example: questions[0]?.id,
      looked: said === undefined ? Object.values(flavourTitles) : [flavourTitles[said]],
    };
    return { columns: undefined, readings, findings: [finding('no-question-columns', top, args)] };
  }

  const strangers = found.flatMap((one) => (one.kind === 'stranger' ? [one.heading] : []));
  for (const { at: column, text } of strangers) {
    if (text !== '') findings.push(strangeColumn(session, text, place(column, text), absent));
  }
  for (const { at: column, title, ids } of takenInOrder(session.names, headings)) {
    findings.push(finding('titles-in-order', place(column, title), { title, questions: ids }));
  }
  const missing = missingColumns(
    session,
    layout,
    at,
    strangers.map(({ text }) => text),
    top,
  );
  findings.push(...missing.findings);
  const areProtected = head.delimiter !== undefined;
  const columns = { ...columnsOf(session, layout, map, found, missing.refusal), areProtected };
  return { columns, readings, findings };
}

function columnsOf(
  session: Session,
  layout: Layout,
  map: ReturnsMap,
  found: readonly Found[],
  refusal: Finding | undefined,
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
    toolTime: columns.some(
      ({ heading: { use }, target }) =>
        use.kind === 'meta' && target.kind === 'meta' && target.meta === 'completed',
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
      one.kind === 'other' ? [{ at: one.heading.at, question: one.question, beside: one.beside }] : [],
    ),
    unread: [
      ...found.flatMap((one) => (one.kind === 'stranger' || one.kind === 'unread' ? [one.heading.at] : [])),
      ...fields.flatMap(({ at, field: { id, personal } }) => (isDropped(id, personal) ? [at] : [])),
    ],
    unnamed: strangers.filter(({ text }) => text === '').map(({ at }) => at),
    refusal,
    cells: layout.cells,
    width: layout.headings.length,
    constants: map.constants,
    values: valuesOf(map, columns),
  };
}

/** What cells stand for, as a person or the form tool has it. */
function valuesOf(
  { values }: ReturnsMap,
  columns: readonly Extract<Found, { readonly kind: 'column' }>[],
): Columns['values'] {
  const all = new Map(values);
  for (const { heading, target } of columns) {
    const { use } = heading;
    if (use.kind !== 'personal' || use.nobody === undefined) continue;
    const name = nameOf(target);
    all.set(
      name,
      new Map([...use.nobody.map((word) => [fold(word), ''] as const), ...(all.get(name) ?? [])]),
    );
  }
  return all;
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
  return finding('unknown-column', place, { column, suggestion: nearestTarget(session, column, absent) });
}

function missingColumns(
  { questionnaire, register }: Session,
  { omits }: Layout,
  at: ReadonlySet<string>,
  strangers: readonly string[],
  place: Place,
): { readonly findings: readonly Finding[]; readonly refusal: Finding | undefined } {
  const findings: Finding[] = [];
  let refusal: Finding | undefined;
  const miss = (column: string, what: 'question' | 'unit' | 'profile') => {
    const found = finding('missing-column', place, { column, what, suggestion: suggest(column, strangers) });
    refusal ??= found;
    findings.push(found);
  };
  for (const { id, unit, required, personal } of questionnaire.profile) {
    if (at.has(id) || personal || register?.fields.has(id) === true) continue;
    if (required) miss(id, unit ? 'unit' : 'profile');
    else if (unit) findings.push(finding('unit-without-column', place, { column: id }));
  }
  const optional: string[] = [];
  for (const { id, required, when } of questionnaire.questions) {
    if (at.has(id) || omits !== undefined) continue;
    if (required && when === undefined) miss(id, 'question');
    else optional.push(id);
  }
  if (optional.length > 0) {
    const args = { questions: optional, of: questionnaire.questions.length };
    findings.push(finding('questions-without-column', place, args));
  }
  return { findings, refusal };
}
