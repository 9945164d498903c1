import fc from 'fast-check';
import { expect, test } from 'vitest';
import { responseLines } from '../../src/export/responses/jsonl.js';
import { isError } from '../../src/finding/finding.js';
import { parseYaml } from '../../src/questionnaire/definition/yaml-source.js';
import { readMap } from '../../src/questionnaire/map/read-map.js';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { type Migrated, migrator } from '../../src/response/migrate/apply.js';
import { ledgerKeeper } from '../../src/response/migrate/ledger.js';
import { makeMigrationPlan } from '../../src/response/migrate/plan.js';
import { readResponse, responseReader } from '../../src/response/reading/read-response.js';
import type { Response } from '../../src/response/response.js';
import { responseValidator } from '../../src/response/schema/validate.js';
import { questionnaireOf, survey } from '../response/fixture.js';

/** The survey a version later: renamed, reworded, re-scaled, one question gone and a required one new. */
const later = questionnaireOf(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: kind, title: Kind of authority, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer London }] }
scales:
  three: { levels: [{ value: 1, label: Low }, { value: 2, label: Middle }, { value: 3, label: High }] }
barriers: [{ id: skills, label: Skills }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: steward, text: Who is the steward?, scale: three, required: true, ask: [target, barriers, confidence] }
      - { id: open, text: Is it published?, type: yes_no, non_answers: [dont_know] }
      - { id: hosting, text: Where is it?, type: choice, options: [{ id: own, label: Our own }, { id: cloud, label: Cloud }] }
      - { id: tools, text: Which are in use?, type: choices, options: [{ id: list, label: A list }, { id: none, label: None, exclusive: true }] }
      - { id: share, text: What share?, type: number, min: 0, max: 50 }
      - { id: sets, text: How many datasets?, type: number, integer: true, min: 0 }
      - { id: remark, text: Anything else?, type: text }
      - { id: fresh, text: What is new?, type: text, required: true, when: 'answers.hosting == "cloud"' }
`);

/** What each part of a map may say; any mix of them must lose nothing. */
const parts = [
  'rename: { owner: steward, published: open }',
  'levels: { steward: { 1: 1, 2: ask_again, 4: 3 }, tools: { catalogue: list, quality: list, none: none } }',
  'changed: { share: keep, hosting: ask_again }',
  'drop: [code, since, reviewed, staff]',
];

const note = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes('\0'));
const declined = fc.constantFrom('dont_know', 'not_applicable').map((non_answer) => ({ non_answer }));
const said = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value.map((one) => ({ value: one })),
    declined,
    fc.constant({}),
  );
const withNote = <T extends object>(answer: fc.Arbitrary<T>) =>
  fc
    .tuple(answer, fc.option(note, { nil: undefined }))
    .map(([one, text]) => (text === undefined ? one : { ...one, note: text }));
const level = fc.integer({ min: 1, max: 4 });
const ownerRemarks = fc.record(
  {
    target: level,
    evidence: note,
    barriers: fc.uniqueArray(fc.constantFrom('skills', 'legacy'), { minLength: 1 }),
    confidence: fc.constantFrom('low', 'medium', 'high'),
    share: fc.constantFrom('yes', 'no'),
    votes: fc.array(fc.oneof(level, fc.constantFrom('dont_know', 'unanswered')), { minLength: 1 }),
    dissent: note,
  },
  { requiredKeys: [] },
);
const ownerSaid = fc.oneof(
  level.map((value) => ({ value })),
  declined,
);
const answers = fc.record(
  {
    owner: fc.tuple(ownerSaid, ownerRemarks).map(([one, remarks]) => ({ ...one, ...remarks })),
    published: withNote(said(fc.boolean())),
    hosting: withNote(said(fc.constantFrom('own', 'cloud'))),
    tools: withNote(said(fc.constantFrom(['catalogue'], ['catalogue', 'quality'], ['none']))),
    share: withNote(fc.integer({ min: 0, max: 100 }).map((value) => ({ value }))),
    sets: withNote(said(fc.nat())),
    code: withNote(said(fc.constant('AB1'))),
    remark: withNote(said(note)),
    since: withNote(said(fc.constant('2020-02-29'))),
    reviewed: withNote(fc.boolean().map((value) => ({ value }))),
  },
  { requiredKeys: ['owner', 'reviewed'] },
);
const profile = fc.record(
  {
    organisation: fc.constantFrom('North', 'South'),
    department: fc.constant('Housing'),
    kind: fc.constantFrom('inner', 'outer'),
    staff: fc.nat(),
  },
  { requiredKeys: ['organisation'] },
);
const responses = fc.record({ answers, profile }).map((given) => ({
  milepost: 1,
  questionnaire: { id: 'sample', version: '1.0.0', digest: questionnaireDigest(survey) },
  id: 'r-1',
  wave: '2026',
  mode: 'workshop',
  participants: { count: 5 },
  ...given,
}));

const readOld = readerOf(survey);
const readNew = readerOf(later);

test('a migration that changes nothing gives the same response', () => {
  const carry = migrator(planOf(survey, survey, '').plan);
  fc.assert(
    fc.property(responses, (written) => {
      const old = readOld(JSON.stringify(written));
      const { response } = carry(old);
      expect(response).toEqual(old);
      expect(readOld(responseLines()(response))).toEqual(old);
    }),
  );
});

test('whatever a map says, all that was said is among the answers, put by, or accounted for; and the rest is valid', () => {
  fc.assert(
    fc.property(responses, fc.subarray(parts), (written, some) => {
      const old = readOld(JSON.stringify(written));
      const { plan, errors } = planOf(survey, later, some.join('\n'));
      fc.pre(errors === 0);
      const migrated = migrator(plan)(old);
      expect(lostIn(old, migrated)).toEqual([]);
      const keeper = ledgerKeeper(plan);
      keeper.add(old, migrated);
      const { totals } = keeper.close();
      expect(totals.answer.read + totals.follow_up.read).toBe(pieces(old).length);
      expect(readNew(responseLines()(migrated.response))).toEqual(migrated.response);
    }),
    { numRuns: 300 },
  );
});

/** `question key value` of everything that was said. */
function pieces({ answers: given }: Pick<Response, 'answers'>): readonly string[] {
  return Object.entries(given).flatMap(([id, answer]) =>
    Object.entries(answer).map(([key, value]) => `${id} ${key} ${JSON.stringify(value)}`),
  );
}

/** What of the old response is neither in the new one nor in an account of what became of it. */
function lostIn(old: Response, { response, accounts }: Migrated): readonly string[] {
  const found = new Set<string>();
  for (const { id, to = id, followUp, outcome, was } of accounts) {
    const said = followUp === undefined ? was : { [followUp]: was };
    if (typeof said !== 'object' || said === null) continue;
    for (const [key, value] of Object.entries(said)) {
      const piece = `${key} ${JSON.stringify(value)}`;
      const answer = response.answers[to];
      const again = response.ask_again?.[to]?.was;
      const now = new Set([
        ...pieces({ answers: answer === undefined ? {} : { x: answer } }),
        ...pieces({ answers: again === undefined ? {} : { x: again } }),
      ]);
      const isThere = now.has(`x ${piece}`);
      if (outcome === 'kept' || outcome === 'ask_again' ? isThere : true) found.add(`${id} ${piece}`);
    }
  }
  return pieces(old).filter((piece) => !found.has(piece));
}

function planOf(from: Questionnaire, to: Questionnaire, body: string) {
  const { source } = parseYaml('map.yaml', `milepost: 1\nkind: map\n${body}`);
  const map = source === undefined ? undefined : readMap(source).map;
  const place = () => ({ file: 'q.yaml' });
  const { plan, findings } = makeMigrationPlan(
    { questionnaire: from, place },
    { questionnaire: to, place },
    map,
  );
  return { plan, errors: findings.filter(isError).length };
}

/** Reads responses to a questionnaire as intake does, with one compiled schema. */
function readerOf(questionnaire: Questionnaire): (text: string) => Response {
  const reader = responseReader(questionnaire);
  const { accepts } = responseValidator(questionnaire);
  return (text) => {
    const { data, findings } = readResponse(reader, JSON.parse(text), () => ({ file: 'r.json' }));
    expect(findings).toEqual([]);
    if (!accepts(data)) throw new Error(`not accepted: ${text}`);
    return data;
  };
}
