import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ledgerKeeper } from '../../src/response/migrate/ledger.js';
import { makeMigrationPlan } from '../../src/response/migrate/plan.js';
import { questionnaireOf } from '../response/fixture.js';
import { milepost } from '../support/milepost.js';
import { migrate, version } from './fixture.js';

const old = version(
  '1.0.0',
  'id: a, text: A?, scale: four\n id: b, text: B?, type: yes_no\n id: c, text: C?, type: text',
);
const next = version('2.0.0', 'id: a, text: A?, scale: three\n id: bee, text: B?, type: yes_no');
const map = 'rename: { b: bee }\nlevels: { a: { 1: 1, 2: 1, 3: 2 } }\ndrop: [c]';
const responses = `response_id,organisation,wave,a,b,c
r1,N,2026,1,yes,text
r2,N,2026,2,,
r3,N,2026,4,no,more
`;

test('a ledger accounts for every answer', async () => {
  const ran = await migrate({ old, new: next, map, responses });
  expect(ran.file('ledger.json').replace(/[0-9a-f]{64}/g, '…')).toMatchInlineSnapshot(`
    "{
    "milepost": 1,
    "from": {"id":"sample","version":"1.0.0","digest":"sha256:…","file":"old.yaml","sha256":"…"},
    "to": {"id":"sample","version":"2.0.0","digest":"sha256:…","file":"new.yaml","sha256":"…"},
    "map": {"file":"map.yaml","sha256":"…"},
    "entries": [
    {"response":"r1","wave":"2026","question":"c","outcome":"dropped","was":{"value":"text"}},
    {"response":"r2","wave":"2026","question":"a","outcome":"mapped","was":{"value":2},"now":{"value":1}},
    {"response":"r3","wave":"2026","question":"a","outcome":"ask_again","because":"unmapped","was":{"value":4}},
    {"response":"r3","wave":"2026","question":"c","outcome":"dropped","was":{"value":"more"}}
    ],
    "inputs": [{"file":"r.csv","sha256":"…"}],
    "refused": [],
    "responses": {"read":3,"migrated":3,"refused":0},
    "totals": {"answer":{"read":7,"kept":3,"mapped":1,"ask_again":1,"dropped":2,"removed":0},"follow_up":{"read":0,"kept":0,"mapped":0,"ask_again":0,"dropped":0,"removed":0},"profile":{"read":3,"kept":3,"mapped":0,"ask_again":0,"dropped":0,"removed":0},"open":{"read":0,"kept":0,"mapped":0,"ask_again":0,"dropped":0,"removed":0},"renamed":2},
    "questions": [
    {"id":"a","to":"a","how":"levels","line":4,"counts":{"answer":{"read":3,"kept":1,"mapped":1,"ask_again":1,"dropped":0,"removed":0}}},
    {"id":"b","to":"bee","how":"same","line":3,"counts":{"answer":{"read":2,"kept":2,"mapped":0,"ask_again":0,"dropped":0,"removed":0}}},
    {"id":"c","how":"drop","line":5,"counts":{"answer":{"read":2,"kept":0,"mapped":0,"ask_again":0,"dropped":2,"removed":0}}}
    ],
    "profile": [
    {"id":"organisation","to":"organisation","how":"same","counts":{"profile":{"read":3,"kept":3,"mapped":0,"ask_again":0,"dropped":0,"removed":0}}}
    ]
    }
    "
  `);
});

test('its digests are those of the files', async () => {
  const ran = await migrate({ old, new: next, map, responses });
  const { from, map: mapped, inputs } = ran.ledger();
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(from.sha256).toBe(sha256(old));
  expect(mapped?.sha256).toBe(sha256(`milepost: 1\nkind: map\n${map}`));
  expect(inputs).toEqual([{ file: 'r.csv', sha256: sha256(responses) }]);
});

test('it says on stderr what became of all, with a ledger or without', async () => {
  const files = {
    'old.yaml': old,
    'new.yaml': next,
    'map.yaml': `milepost: 1\nkind: map\n${map}`,
    'r.csv': responses,
  };
  const ran = await milepost('migrate old.yaml new.yaml r.csv --map map.yaml -o out.jsonl', { files });
  expect(ran.err).toContain(`3 responses carried over.
7 answers: 3 kept (2 of them under another id), 1 mapped, 1 to ask again, 2 dropped.
3 profile values: 3 kept.
`);
  expect(ran.out).toBe('');
  expect(ran.file('out.jsonl').trimEnd().split('\n')).toHaveLength(3);
});

test('an answer that is not accounted for is a bug', () => {
  const questionnaire = questionnaireOf(
    'dimensions: [{ id: d, title: D, questions: [{ id: q, text: Q?, type: yes_no }] }]',
  );
  const at = { questionnaire, place: () => ({ file: 'q.yaml' }) };
  const { plan } = makeMigrationPlan(at, at, undefined);
  const keeper = ledgerKeeper(plan);
  const response = {
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'r1',
    profile: {},
    answers: { q: { value: true } },
  } as const;
  keeper.add(response, { response, accounts: [], open: [], missing: [] });
  expect(() => keeper.close()).toThrow(
    'the ledger does not balance: answer q has 1 read and 0 accounted for',
  );
});

test('answers and ledger need a file each', async () => {
  const ran = await milepost('migrate old.yaml new.yaml r.csv -o x.json --ledger x.json');
  expect(ran.err).toContain('-o and --ledger would both be written to x.json');
  expect(ran.exit).toBe(2);
});

test('answers from standard input', async () => {
  const ran = await milepost('migrate old.yaml old.yaml - --ledger l.json', {
    files: { 'old.yaml': old },
    stdin: responses,
  });
  expect(ran.out.trimEnd().split('\n')).toHaveLength(3);
  expect(ran.file('l.json')).toContain('"file":"<stdin>"');
});
