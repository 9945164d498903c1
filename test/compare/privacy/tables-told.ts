import fc from 'fast-check';
import { expect } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire, roles, twoBarriers } from './support.js';
import { type Form, fraction, meanOf, sumOf } from './witness.js';

const asked = (rollup: string, minGroup: number) =>
  questionnaire({
    rollup: `organisation: { of: ${rollup} }`,
    privacy: `privacy: { min_group: ${minGroup}, count: people }`,
    profile: roles,
    barriers: twoBarriers,
    ask: { q1: ['target', 'barriers'], q2: ['target', 'barriers'] },
  });

export interface Answered {
  readonly id: string;
  readonly organisation: string;
  readonly department: string;
  readonly role: string;
  /** How many answered together. */
  readonly people: number;
  readonly answers: readonly { readonly value: number; readonly target: number; readonly barrier: string }[];
}

const answer = fc.record({
  value: fc.integer({ min: 1, max: 4 }),
  target: fc.integer({ min: 1, max: 4 }),
  barrier: fc.constantFrom('', 'skills', 'money'),
});

export const settings = fc.record({
  rollup: fc.constantFrom('responses', 'department'),
  minGroup: fc.integer({ min: 2, max: 5 }),
  by: fc.constantFrom(
    'organisation,department',
    'department',
    'organisation,role',
    'role,organisation',
    'role',
  ),
  total: fc.boolean(),
  layout: fc.constantFrom('wide', 'long'),
  others: fc.subarray(['agreement', 'roles', 'ambition', 'barriers', 'talk', 'exchange', 'alpha']),
  responses: fc
    .array(
      fc.record({
        organisation: fc.constantFrom('North', 'South'),
        department: fc.constantFrom('A', 'B', 'C'),
        role: fc.constantFrom('x', 'y'),
        people: fc.constantFrom(1, 1, 1, 2, 6),
        answers: fc.tuple(answer, answer),
      }),
      { minLength: 4, maxLength: 24 },
    )
    .map((all) => all.map((each, i): Answered => ({ ...each, id: `r${i}` }))),
});

export type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;

export function commandOf({ by, total, layout, others }: Setting): string {
  // Nobody can ask a group, and of one role there is nothing to set side by side.
  const ofUnits = ['exchange', 'roles'];
  const tables = by.includes('role') ? others.filter((name) => !ofUnits.includes(name)) : others;
  return [
    'compare q.yaml r.csv --format json',
    `--by ${by}`,
    ...(total ? ['--total'] : []),
    ...(layout === 'long' ? ['--layout long'] : []),
    ...(tables.length > 0 ? [`--tables ${['scores', ...tables].join(',')}`] : []),
    ...(tables.includes('roles') ? ['--roles role'] : []),
  ].join(' ');
}

export function filesOf({ rollup, minGroup, responses }: Setting) {
  const head =
    'response_id,organisation,department,role,participants,q1,q1__target,q1__barriers,q2,q2__target,q2__barriers';
  const lines = responses.map(({ id, organisation, department, role, people, answers }) =>
    [
      id,
      organisation,
      department,
      role,
      people,
      ...answers.flatMap(({ value, target, barrier }) => [value, target, barrier]),
    ].join(','),
  );
  return { 'q.yaml': asked(rollup, minGroup), 'r.csv': `${[head, ...lines].join('\n')}\n` };
}

export async function tablesOf(setting: Setting) {
  const ran = await milepost(commandOf(setting), { files: filesOf(setting) });
  expect(ran.exit, ran.err).toBe(0);
  return tablesIn(ran.out);
}

export function tablesIn(json: string) {
  const { tables } = JSON.parse(json);
  return new Map<string, readonly Row[]>(
    tables.map(({ name = 'scores', rows }: { name?: string; rows: readonly Row[] }) => [name, rows]),
  );
}

export type Row = Readonly<Record<string, string | number | null>>;

export const nodes = ['data', 'culture', 'overall'];

/** What a figure of some responses is made of: means of what each said. */
export function meanForm(all: readonly Answered[], node: string, what: string): Form {
  const of = (id: string, at: number): Form => new Map([[`${what} ${at} of ${id}`, fraction(1)]]);
  const one = ({ id }: Answered): Form =>
    node === 'overall' ? meanOf([of(id, 1), of(id, 2)]) : of(id, node === 'data' ? 1 : 2);
  return meanOf(all.map(one));
}

function isOfAll({ organisation, department, role }: Row): boolean {
  const names = [organisation, department, role];
  return names.includes('(all)') || names.every((name) => !name);
}

/** The responses of a row. */
export function behind(row: Row, { responses }: Pick<Setting, 'responses'>): readonly Answered[] {
  return responses.filter(
    ({ organisation, department, role }) =>
      isOfAll(row) ||
      ((!row.organisation || row.organisation === organisation) &&
        (!row.department || row.department === department) &&
        (!row.role || row.role.toString().toLowerCase() === role)),
  );
}

/** What the figure of a row is a mean of. */
function rowForm(row: Row, node: string, what: string, { rollup, by, responses }: Setting): Form {
  const isAll = isOfAll(row);
  const found = behind(row, { responses });
  const means = (
    all: readonly Answered[],
    key: (each: Answered) => string,
    inner: (all: readonly Answered[]) => Form,
  ) => meanOf([...new Set(all.map(key))].map((name) => inner(all.filter((each) => key(each) === name))));
  const ofResponses = (all: readonly Answered[]) => meanForm(all, node, what);
  const ofOrganisation = (all: readonly Answered[]) =>
    rollup === 'responses' ? ofResponses(all) : means(all, ({ department }) => department, ofResponses);
  const isRoleOnly = row.role && !row.organisation;
  if (isAll) return means(found, ({ organisation }) => organisation, ofOrganisation);
  if (row.department) return ofResponses(found);
  if (isRoleOnly || (by === 'organisation,role' && row.role))
    return roleForm(found, ofResponses, ofOrganisation, row, responses);
  return ofOrganisation(found);
}

/** A role's figure: of whole organisations where each says one role throughout, else of responses. */
function roleForm(
  found: readonly Answered[],
  ofResponses: (all: readonly Answered[]) => Form,
  ofOrganisation: (all: readonly Answered[]) => Form,
  row: Row,
  responses: readonly Answered[],
): Form {
  const isWhole = ['North', 'South'].every(
    (name) =>
      new Set(responses.filter((each) => each.organisation === name).map(({ role }) => role)).size < 2,
  );
  if (!isWhole) return ofResponses(found);
  const organisations = [...new Set(found.map(({ organisation }) => organisation))];
  // Under an organisation, a group is made of the departments within, each alike.
  if (row.organisation) {
    const names = [...new Set(found.map(({ department }) => department))];
    return meanOf(names.map((name) => ofResponses(found.filter(({ department }) => department === name))));
  }
  return meanOf(
    organisations.map((name) => ofOrganisation(found.filter((each) => each.organisation === name))),
  );
}

/** Whose a row is. */
const about = ({ organisation, department, role }: Row) => JSON.stringify([organisation, department, role]);

export interface Said {
  readonly known: Form[];
  readonly asked: Map<string, Form>;
}

function say(
  { known, asked }: Said,
  name: string,
  form: Form,
  cell: string | number | null | undefined,
): void {
  if (cell === null || cell === undefined || cell === '') asked.set(name, form);
  else known.push(form);
}

/** A target of many that is withheld for the sake of others is but a means, and may follow. */
function sayTarget(found: Said, name: string, row: Row, node: string, setting: Setting): void {
  const form = rowForm(row, node, 'target', setting);
  const people = behind(row, setting).reduce((sum, each) => sum + each.people, 0);
  if (row.target !== null || people < setting.minGroup) {
    say(found, name, form, row.target);
  }
}

/** Everything that tables say, and everything that they withhold. */
export function said(tables: ReadonlyMap<string, readonly Row[]>, setting: Setting): Said {
  const found: Said = { known: [], asked: new Map() };
  for (const row of tables.get('scores') ?? []) {
    const name = JSON.stringify([row.organisation, row.department, row.role]);
    for (const node of setting.layout === 'long' ? [String(row.node)] : nodes) {
      const cell = setting.layout === 'long' ? row.score : row[node];
      say(found, `score ${node} ${name}`, rowForm(row, node, 'score', setting), cell);
      if (setting.layout === 'long') {
        sayTarget(found, `target ${node} ${name}`, row, node, setting);
      }
    }
  }
  const node = (question: Row[string] | undefined) => (question === 'q1' ? 'data' : 'culture');
  for (const row of tables.get('agreement') ?? []) {
    say(
      found,
      `agreement ${row.question} ${about(row)}`,
      meanForm(behind(row, setting), node(row.question), 'score'),
      row.lowest,
    );
  }
  for (const row of tables.get('talk') ?? []) {
    found.known.push(meanForm(behind(row, setting), node(row.question), 'score'));
  }
  for (const row of tables.get('roles') ?? []) {
    for (const [role, mean] of [
      [row.role, row.mean],
      [row.other_role, row.other_mean],
    ] as const) {
      const all = behind({ ...row, role: '' }, setting).filter(
        (each) => each.role === String(role).toLowerCase(),
      );
      if (all.length === 0) continue;
      say(found, `${role} ${row.question} ${about(row)}`, meanForm(all, node(row.question), 'score'), mean);
    }
  }
  for (const row of tables.get('ambition') ?? []) {
    const all = behind(row, setting);
    const form = (what: string) =>
      sumOf([meanForm(all, String(row.node), what)], fraction(all.length * (row.node === 'overall' ? 2 : 1)));
    say(found, `targets ${row.node} ${about(row)} ${row.level}`, form('target'), row.targets);
    say(found, `shortfall ${row.node} ${about(row)} ${row.level}`, form('shortfall'), row.shortfall);
    if (row.level === 'all') continue;
    say(
      found,
      `ambition score ${row.node} ${about(row)}`,
      rowForm(row, String(row.node), 'score', setting),
      row.score,
    );
    sayTarget(found, `ambition target ${row.node} ${about(row)}`, row, String(row.node), setting);
    if (row.reached !== null) expect([row.shortfall, row.targets]).not.toContain(null);
    if (row.gap !== null) expect([row.score, row.target]).not.toContain(null);
  }
  const barriers = tables.get('barriers') ?? [];
  const units = new Map(barriers.map((row) => [about(row), row]));
  for (const row of tables.has('barriers') ? units.values() : []) {
    for (const at of nodes) {
      for (const barrier of ['skills', 'money']) {
        const own = barriers.find(
          (each) => about(each) === about(row) && each.node === at && each.barrier === barrier,
        );
        const form = sumOf(
          behind(row, setting).map(
            ({ id }): Form => new Map([[`${barrier} in ${at} of ${id}`, fraction(1)]]),
          ),
        );
        // Who is not listed is named by nobody.
        say(found, `${barrier} ${at} ${about(row)}`, form, own === undefined ? 0 : own.named);
      }
    }
  }
  return found;
}

/** Alpha is made of all that the unit says, and goes with any of it. */
export function expectAlphasWithAll(tables: ReadonlyMap<string, readonly Row[]>, { layout }: Setting): void {
  for (const row of tables.get('alpha') ?? []) {
    if (row.alpha === null) continue;
    const own = (name: string) => (tables.get(name) ?? []).filter((each) => about(each) === about(row));
    expect(own('agreement').map(({ lowest }) => lowest)).not.toContain(null);
    const scores = own('scores').flatMap((each) =>
      layout === 'long' ? [each.score] : nodes.map((at) => each[at]),
    );
    expect(scores).not.toContain(null);
  }
}

/** The scores of small groups in a table, which it does not show. */
export function ofFew(
  tables: ReadonlyMap<string, readonly Row[]>,
  setting: Setting,
): ReadonlyMap<string, Form> {
  const rows = tables.get('scores') ?? [];
  return new Map(
    rows.flatMap((row) => {
      const people = behind(row, setting).reduce((sum, each) => sum + each.people, 0);
      if (people >= setting.minGroup) return [];
      return nodes.map((node): [string, Form] => [
        `${node} of few by ${setting.by}, ${JSON.stringify([row.organisation, row.department, row.role])}`,
        rowForm(row, node, 'score', setting),
      ]);
    }),
  );
}
