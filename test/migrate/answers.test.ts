import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { migrate, told, version } from './fixture.js';

const row = (header: string, cells: string) => `response_id,organisation,${header}\nr1,North,${cells}\n`;

test('what did not change is carried as it is, to the new version and its digest', async () => {
  const questions = `
    id: owner, text: Who owns it?, scale: four
    id: note, text: Anything else?, type: text`;
  const ran = await migrate({
    old: version('1.0.0', questions),
    new: version('1.1.0', `${questions}\n id: fresh, text: New?, type: yes_no`),
    responses: row('owner,note,owner__note', '3,"Yes, this.",Said twice.'),
  });
  expect(ran.answers).toEqual([
    {
      milepost: 1,
      questionnaire: { id: 'sample', version: '1.1.0', digest: expect.stringMatching(/^sha256:/) },
      id: 'r1',
      profile: { organisation: 'North' },
      answers: { owner: { value: 3, note: 'Said twice.' }, note: { value: 'Yes, this.' } },
    },
  ]);
  expect(ran.err).toBe(
    '1 response carried over.\n2 answers: 2 kept.\n1 follow-up: 1 kept.\n1 profile value: 1 kept.\n',
  );
  expect(ran.exit).toBe(0);
});

test('who is asked, help, and what a scale is called change no answer', async () => {
  const ran = await migrate({
    old: version('1.0.0', 'id: a, text: A?, type: yes_no\n id: b, text: B?, scale: four'),
    new: version(
      '2.0.0',
      'id: a, text: A?, type: yes_no\n id: b, text: B?, help: Look., scale: quad, when: answers.a',
    ).replace('  four:', '  quad:'),
    responses: row('a,b', 'no,3'),
  });
  expect(ran.answers[0]?.answers).toEqual({ a: { value: false }, b: { value: 3 } });
  expect(ran.answers[0]?.ask_again).toBeUndefined();
});

describe('a renamed question', () => {
  const old = version('1.0.0', 'id: owner, text: Who?, scale: four, ask: [target]');
  test('has its answer under the new id', async () => {
    const ran = await migrate({
      old,
      new: version('2.0.0', 'id: steward, text: Who?, scale: four, ask: [target]'),
      map: 'rename: { owner: steward }',
      responses: row('owner,owner__target', '3,4'),
    });
    expect(ran.answers[0]?.answers).toEqual({ steward: { value: 3, target: 4 } });
    expect(ran.err).toContain('1 answer: 1 kept (1 of them under another id).');
  });
  test('that means something else now is to be asked again, and says what it was', async () => {
    const ran = await migrate({
      old,
      new: version('2.0.0', 'id: steward, text: Who else?, scale: four'),
      map: 'rename: { owner: steward }',
      responses: row('owner,owner__target,owner__note', '3,4,A note.'),
    });
    expect(ran.answers[0]?.answers).toEqual({ steward: { note: 'A note.' } });
    expect(ran.answers[0]?.ask_again).toEqual({
      steward: { because: 'changed', version: '1.0.0', question: 'owner', was: { value: 3, target: 4 } },
    });
    expect(told(ran.err)).toEqual(['map.yaml:3:11 warning migrate-ask-again']);
  });
  test('a grid renames its items', async () => {
    const grid = (id: string) =>
      version('1.0.0', `id: ${id}, text: G?, scale: four, items: [{ id: x, text: X }, { id: y, text: Y }]`);
    const ran = await migrate({
      old: grid('g'),
      new: grid('grid'),
      map: 'rename: { g: grid }',
      responses: row('g_x,g_y', '1,2'),
    });
    expect(ran.answers[0]?.answers).toEqual({ grid_x: { value: 1 }, grid_y: { value: 2 } });
  });
});

describe('a changed question', () => {
  const old = version('1.0.0', 'id: budget, text: What budget?, type: number');
  const limited = version('2.0.0', 'id: budget, text: What budget a year?, type: number, max: 100');
  const responses = 'response_id,organisation,budget\nr1,North,50\nr2,North,500\nr3,North,DK\n';
  test('is asked again where the map says nothing, a non-answer too', async () => {
    const ran = await migrate({ old, new: limited, responses });
    expect(ran.answers.map(({ answers }) => answers)).toEqual([{}, {}, {}]);
    expect(ran.answers[2]?.ask_again).toEqual({
      budget: { because: 'changed', version: '1.0.0', was: { non_answer: 'dont_know' } },
    });
    expect(ran.err).toContain('the map does not say whether the answers still hold: 3 answers are to be');
    expect(ran.err).toContain('write `budget: keep` under `changed` in the map.\n');
    expect(ran.exit).toBe(0);
  });
  test('is kept where the map says so, as far as the answers can be given', async () => {
    const ran = await migrate({ old, new: limited, map: 'changed: { budget: keep }', responses });
    expect(ran.answers.map(({ answers }) => answers)).toEqual([
      { budget: { value: 50 } },
      {},
      { budget: { non_answer: 'dont_know' } },
    ]);
    expect(ran.answers[1]?.ask_again).toEqual({
      budget: { because: 'not_valid', version: '1.0.0', was: { value: 500 } },
    });
    expect(ran.err).toContain('1 answer to `budget` is none of what may be answered now: to be asked again');
  });
  test('is asked again without a word where the map says so', async () => {
    const ran = await migrate({ old, new: limited, map: 'changed: { budget: ask_again }', responses });
    expect(ran.answers[0]?.ask_again).toMatchObject({ budget: { because: 'decided' } });
    expect(told(ran.err)).toEqual([]);
  });
});

describe('levels', () => {
  const old = version('1.0.0', 'id: q, text: Q?, scale: four, ask: [target]');
  const next = version('2.0.0', 'id: q, text: Q?, scale: three, ask: [target]');
  const levels = 'levels: { q: { 1: 1, 2: ask_again, 4: 3 } }';
  test('are mapped; those left out are asked again, told once with a count', async () => {
    const ran = await migrate({
      old,
      new: next,
      map: levels,
      responses: `response_id,organisation,q,q__target\nr1,N,1,4\nr2,N,2,\nr3,N,3,4\nr4,N,3,\nr5,N,4,3\n`,
    });
    expect(ran.answers.map(({ answers, ask_again: again }) => ({ ...answers, again }))).toEqual([
      { q: { value: 1, target: 3 } },
      { again: { q: { because: 'decided', version: '1.0.0', was: { value: 2 } } } },
      { again: { q: { because: 'unmapped', version: '1.0.0', was: { value: 3, target: 4 } } } },
      { again: { q: { because: 'unmapped', version: '1.0.0', was: { value: 3 } } } },
      { q: { value: 3 }, again: { q: { because: 'unmapped', version: '1.0.0', was: { target: 3 } } } },
    ]);
    expect(ran.err).toContain('`q` was "3" in 2 answers, which the map leaves out: to be asked again');
    expect(ran.err).toContain('the `target` of `q` has no equal now in 1 response');
    expect(ran.err).toContain('5 answers: 1 kept, 1 mapped, 3 to ask again.');
  });
  test('votes are mapped with the answer, all or none', async () => {
    const response = (id: string, votes: readonly unknown[]) =>
      JSON.stringify({
        milepost: 1,
        questionnaire: { id: 'sample', version: '1.0.0' },
        id,
        mode: 'workshop',
        profile: { organisation: 'North' },
        answers: { q: { value: 4, votes, dissent: 'No.', note: 'Yes.' } },
      });
    const ran = await migrate({
      old,
      new: next,
      map: levels,
      as: 'r.jsonl',
      responses: `${response('r1', [1, 4, 'dont_know', 'unanswered'])}\n${response('r2', [4, 3])}\n`,
    });
    expect(ran.answers.map(({ answers, ask_again: again }) => ({ ...answers, again }))).toEqual([
      { q: { value: 3, votes: [1, 3, 'dont_know', 'unanswered'], dissent: 'No.', note: 'Yes.' } },
      {
        q: { value: 3, dissent: 'No.', note: 'Yes.' },
        again: { q: { because: 'unmapped', version: '1.0.0', was: { votes: [4, 3] } } },
      },
    ]);
  });
  test('options of several, of one, a yes, and a non-answer', async () => {
    const ran = await migrate({
      old: version(
        '1.0.0',
        `id: many, text: M?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }, { id: c, label: C }]
         id: one, text: O?, type: choice, options: [{ id: own, label: Own }, { id: unsure, label: Unclear }]
         id: bool, text: B?, type: yes_no`,
      ),
      new: version(
        '2.0.0',
        `id: many, text: M?, type: choices, options: [{ id: ab, label: AB }, { id: c, label: C, exclusive: true }]
         id: one, text: O?, type: choice, options: [{ id: own, label: Own }]
         id: bool, text: B?, scale: three`,
      ),
      map: `levels:
  many: { a: ab, b: ab, c: c }
  one: { own: own, unsure: dont_know }
  bool: { no: 1, yes: 3 }`,
      responses: 'response_id,organisation,many,one,bool\nr1,N,a;b,unsure,yes\nr2,N,b;c,own,no\n',
    });
    expect(ran.answers.map(({ answers }) => answers)).toEqual([
      { many: { value: ['ab'] }, one: { non_answer: 'dont_know' }, bool: { value: 3 } },
      { one: { value: 'own' }, bool: { value: 1 } },
    ]);
    expect(ran.answers[1]?.ask_again).toMatchObject({
      many: { because: 'not_valid', was: { value: ['b', 'c'] } },
    });
  });
});

test('a non-answer that is not permitted any more is asked again', async () => {
  const ran = await migrate({
    old: version('1.0.0', 'id: q, text: Q?, scale: four, non_answers: [refused]'),
    new: version('2.0.0', 'id: q, text: Q?, scale: four'),
    responses: row('q', 'REF'),
  });
  expect(ran.answers[0]?.ask_again).toMatchObject({
    q: { because: 'not_permitted', was: { non_answer: 'refused' } },
  });
  expect(ran.err).toContain('`q` was "refused" in 1 answer, which is not permitted there any more');
});

test('follow-ups that are not asked for any more, and barriers that are gone, are told of and in the ledger', async () => {
  const ask = (keys: string) => `id: q, text: Q?, scale: four, ask: [${keys}]`;
  const ran = await migrate({
    old: version(
      '1.0.0',
      ask('evidence, barriers'),
      'barriers: [{ id: skills, label: S }, { id: legacy, label: L }]',
    ),
    new: version('2.0.0', ask('barriers'), 'barriers: [{ id: skills, label: S }]'),
    responses: row('q,q__evidence,q__barriers', '2,A link,skills;legacy'),
  });
  expect(ran.answers[0]?.answers).toEqual({ q: { value: 2, barriers: ['skills'] } });
  expect(told(ran.err)).toEqual([
    'new.yaml:17:9 warning migrate-barrier-dropped',
    'new.yaml:17:9 warning migrate-follow-up-dropped',
  ]);
  expect(ran.ledger().entries).toEqual([
    {
      response: 'r1',
      question: 'q',
      follow_up: 'evidence',
      outcome: 'dropped',
      because: 'not_asked_for',
      was: 'A link',
    },
    {
      response: 'r1',
      question: 'q',
      follow_up: 'barriers',
      outcome: 'mapped',
      because: 'no_such_barrier',
      was: ['skills', 'legacy'],
      now: ['skills'],
    },
  ]);
});

describe('a question that is gone', () => {
  const old = version('1.0.0', 'id: q, text: Q?, scale: four\n id: fax, text: Fax?, type: text');
  const next = version('2.0.0', 'id: q, text: Q?, scale: four');
  test('with answers must be decided about, and until then nothing is written', async () => {
    const ran = await migrate({ old, new: next, responses: row('q,fax', '2,123'), more: ' -o out.jsonl' });
    expect(told(ran.err)).toEqual(['old.yaml:18:9 error migrate-removed']);
    expect(ran.err).toContain('`fax: new_id` under `rename`, or `fax` under `drop`');
    expect(ran.err).toContain('Nothing was written.\n');
    expect(ran.exit).toBe(2);
    expect(ran.out).toBe('');
    for (const name of ['out.jsonl', 'ledger.json']) expect(() => ran.file(name)).toThrow('ENOENT');
  });
  test('whose wording another question has now is taken for that, as a suggestion', async () => {
    const renamed = version('2.0.0', 'id: q, text: Q?, scale: four\n id: telefax, text: Fax?, type: text');
    const ran = await migrate({ old, new: renamed, responses: row('q,fax', '2,123') });
    expect(ran.err).toContain('is it `telefax` now?');
  });
  test('without answers needs no decision', async () => {
    const ran = await migrate({ old, new: next, responses: row('q,fax', '2,') });
    expect(ran.answers[0]?.answers).toEqual({ q: { value: 2 } });
    expect(ran.exit).toBe(0);
  });
  test('is dropped by a line of the map, which the ledger names', async () => {
    const ran = await migrate({
      old,
      new: next,
      map: 'drop: [fax]',
      responses: row('q,fax,fax__note', '2,123,N'),
    });
    expect(ran.answers[0]?.answers).toEqual({ q: { value: 2 } });
    expect(ran.err).toContain('2 answers: 1 kept, 1 dropped.\n1 follow-up: 0 kept, 1 dropped.');
    expect(ran.ledger().entries).toEqual([
      { response: 'r1', question: 'fax', outcome: 'dropped', was: { value: '123' } },
      { response: 'r1', question: 'fax', follow_up: 'note', outcome: 'dropped', was: 'N' },
    ]);
    expect(ran.ledger().questions[1]).toMatchObject({ id: 'fax', how: 'drop', line: 3 });
  });
});

test('a required question without an answer is told of once, marked, and no reason to refuse the response', async () => {
  const next = version(
    '2.0.0',
    'id: q, text: Q?, scale: four\n id: fresh, text: New?, type: yes_no, required: true\n id: after, text: Then?, type: yes_no, required: true, when: answers.q >= 3',
  );
  const ran = await migrate({
    old: version('1.0.0', 'id: q, text: Q?, scale: four'),
    new: next,
    responses: 'response_id,organisation,q\nr1,N,2\nr2,N,3\n',
  });
  expect(ran.answers.map(({ ask_again: again }) => again)).toEqual([
    { fresh: { because: 'required' } },
    { fresh: { because: 'required' }, after: { because: 'required' } },
  ]);
  expect(ran.err).toContain('`fresh` is required now and has no answer in 2 responses');
  expect(ran.err).toContain('`after` is required now and has no answer in 1 response');
  const valid = await milepost('validate q.yaml r.jsonl --format compact', {
    files: { 'q.yaml': next, 'r.jsonl': ran.out },
  });
  expect(valid.err).toContain('2 responses valid.');
  expect(valid.out).toContain('info to-be-asked-again: `fresh` is still to be asked again in 2 responses');
  expect(valid.exit).toBe(0);
});

test('what an earlier migration left open stays open, under its new id', async () => {
  const first = await migrate({
    old: version('1.0.0', 'id: q, text: Q?, scale: four'),
    new: version('2.0.0', 'id: q, text: Q now?, scale: four'),
    responses: row('q', '2'),
  });
  const third = version('3.0.0', 'id: quality, text: Q now?, scale: four');
  const setting = {
    old: version('2.0.0', 'id: q, text: Q now?, scale: four'),
    new: third,
    as: 'r.jsonl',
    responses: first.out,
  };
  const second = await migrate({ ...setting, map: 'rename: { q: quality }' });
  expect(second.answers[0]?.ask_again).toEqual({
    quality: { because: 'changed', version: '1.0.0', was: { value: 2 } },
  });
  expect(second.err).toContain('1 question left open before: 1 kept.');
  expect((await migrate(setting)).exit).toBe(2);
});

test('rows that are refused are told as by validate, and in the ledger', async () => {
  const ran = await migrate({
    old: version('1.0.0', 'id: q, text: Q?, scale: four'),
    new: version('2.0.0', 'id: q, text: Q?, scale: four'),
    responses: 'response_id,organisation,q\nr1,N,2\nr2,N,9\n',
  });
  expect(told(ran.err)).toEqual(['r.csv:3:C error answer-unknown']);
  expect(ran.err).toContain('1 of 2 responses carried over, 1 refused.');
  expect(ran.ledger().refused).toEqual([{ file: 'r.csv', line: 3, because: 'answer-unknown' }]);
  expect(ran.ledger().responses).toEqual({ read: 2, migrated: 1, refused: 1 });
  expect(ran.exit).toBe(1);
});

test('answers to another version are told which command carries them over', async () => {
  const ran = await milepost('validate q.yaml r.csv', {
    files: {
      'q.yaml': version('2.0.0', 'id: q, text: Q?, scale: four'),
      'r.csv': 'organisation,q,questionnaire_version\nN,2,1.0.0\n',
    },
  });
  expect(ran.out.replace(/\s+/g, ' ')).toContain(
    'carry the answers over to 2.0.0 first, with `milepost migrate`',
  );
});
