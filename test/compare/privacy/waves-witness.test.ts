import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire } from './support.js';
import { type Form, following, fraction, meanOf, sumOf } from './witness.js';

/** A response, and what it said before or after. */
interface Answered {
  readonly id: string;
  readonly wave: string;
  readonly department: string;
  readonly people: number;
  readonly scores: readonly [number, number];
}

const score = fc.integer({ min: 1, max: 4 });
const answers = fc.record({ people: fc.integer({ min: 1, max: 6 }), scores: fc.tuple(score, score) });

/** Who answered in either wave, or in both; then from as many people as before, or not. */
const settings = fc.record({
  rollup: fc.constantFrom('responses', 'department'),
  minGroup: fc.integer({ min: 2, max: 5 }),
  by: fc.constantFrom('organisation', 'department', 'organisation,department'),
  tables: fc.constantFrom('waves', 'scores,waves'),
  responses: fc
    .array(
      fc.record({
        department: fc.constantFrom('A', 'B', 'C'),
        before: fc.option(answers),
        after: fc.option(answers),
      }),
      { minLength: 3, maxLength: 8 },
    )
    .map((all) =>
      all.flatMap(({ department, before, after }, i): readonly Answered[] => {
        const waves = { 2025: before, 2026: after };
        return Object.entries(waves).flatMap(([wave, said]) =>
          said === null ? [] : [{ id: `r${i}`, wave, department, ...said }],
        );
      }),
    ),
});
type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;
type Row = Readonly<Record<string, string | number | null>>;

async function tablesOf({ rollup, minGroup, by, tables, responses }: Setting) {
  const lines = responses.map(({ id, wave, department, people, scores }) =>
    [id, wave, 'North', department, ...scores, people].join(','),
  );
  const ran = await milepost(
    `compare q.yaml r.csv --format json --by ${by} --tables ${tables} ${tables === 'waves' ? '' : '--layout long'}`.trim(),
    {
      files: {
        'q.yaml': questionnaire({
          rollup: `organisation: { of: ${rollup} }`,
          privacy: `privacy: { min_group: ${minGroup}, count: people }`,
        }),
        'r.csv': `response_id,wave,organisation,department,q1,q2,participants\n${lines.join('\n')}\n`,
      },
    },
  );
  expect(ran.exit, ran.err).toBe(0);
  const made: readonly { readonly name: string; readonly rows: readonly Row[] }[] = JSON.parse(
    ran.out,
  ).tables;
  return new Map(tables.split(',').map((name, at) => [name, made[at]?.rows ?? []]));
}

/** What a unit's figure is made of; an organisation's of its departments, where it pools no responses. */
function formOf(all: readonly Answered[], node: string, { rollup }: Setting): Form {
  const said = ({ id, wave }: Answered, at: number): Form =>
    new Map([[`${at} of ${id} in ${wave}`, fraction(1)]]);
  const one = (each: Answered) =>
    node === 'overall' ? meanOf([said(each, 1), said(each, 2)]) : said(each, node === 'data' ? 1 : 2);
  if (rollup === 'responses') return meanOf(all.map(one));
  const names = [...new Set(all.map(({ department }) => department))];
  return meanOf(names.map((name) => meanOf(all.filter(({ department }) => department === name).map(one))));
}

test('no withheld score follows from two waves and what lies between them, nor what few said who left, came or stayed', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const tables = await tablesOf(setting);
      const known: Form[] = [];
      const asked = new Map<string, Form>();
      const isFew = (all: readonly Answered[]) =>
        all.length > 0 && all.reduce((sum, { people }) => sum + people, 0) < setting.minGroup;
      const inUnit = (row: Row) =>
        setting.responses.filter(({ department }) => !row.department || department === row.department);
      const form = (all: readonly Answered[], row: Row) => formOf(all, String(row.node), setting);
      const less = (one: Form, other: Form) => sumOf([one, sumOf([other], fraction(-1))]);
      for (const row of tables.get('scores') ?? []) {
        const all = inUnit(row).filter(({ wave }) => !row.wave || wave === row.wave);
        if (all.length === 0) continue;
        if (row.score === null) asked.set(`score ${JSON.stringify(row)}`, form(all, row));
        else known.push(form(all, row));
      }
      for (const row of tables.get('waves') ?? []) {
        const before = inUnit(row).filter(({ wave }) => wave === '2025');
        const after = inUnit(row).filter(({ wave }) => wave === '2026');
        const idsOf = (all: readonly Answered[]) => new Set(all.map(({ id }) => id));
        const [were, are] = [idsOf(before), idsOf(after)];
        const stayedBefore = before.filter(({ id }) => are.has(id));
        const stayedAfter = after.filter(({ id }) => were.has(id));
        const came = after.filter(({ id }) => !were.has(id));
        const left = before.filter(({ id }) => !are.has(id));
        for (const [what, all] of Object.entries({ stayedBefore, stayedAfter, came, left })) {
          if (isFew(all)) asked.set(`${what} ${JSON.stringify(row)}`, form(all, row));
        }
        for (const [all, cell] of [
          [before, row.from_score],
          [after, row.to_score],
        ] as const) {
          if (all.length === 0) continue;
          if (cell === null) asked.set(`wave ${all[0]?.wave} ${JSON.stringify(row)}`, form(all, row));
          else known.push(form(all, row));
        }
        const who = form([...stayedBefore, ...came], row);
        if (row.change !== null) known.push(less(form(after, row), form(before, row)));
        if (row.matched_change !== null) known.push(less(form(stayedAfter, row), form(stayedBefore, row)));
        if (row.who_answered !== null) known.push(less(who, form(before, row)));
        if (row.answers_changed !== null) known.push(less(form(after, row), who));
      }
      expect(following(known, asked)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 240_000);
