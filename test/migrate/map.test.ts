import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { migrate, told, version } from './fixture.js';

const map = (body: string) => `milepost: 1\nkind: map\n${body}`;
const check = async (body: string) =>
  (await milepost('check map.yaml --format compact', { files: { 'map.yaml': map(body) } })).out;

const draft = `rename:
  fax:
levels:
  q:
    3:
  r:
changed:
  budget:
drop:
  -
`;

describe('what is left blank', () => {
  test('is a warning of `check`, each at its own place', async () => {
    const { out, exit } = await milepost('check map.yaml --format compact', {
      files: { 'map.yaml': map(draft) },
    });
    expect(out).toMatchInlineSnapshot(`
      "map.yaml:4:3: warning map-undecided: it is not decided yet what \`fax\` is called now
      map.yaml:7:5: warning map-undecided: it is not decided yet what \`3\` of \`q\` is now
      map.yaml:8:3: warning map-undecided: it is not decided yet what the levels of \`r\` are now
      map.yaml:10:3: warning map-undecided: it is not decided yet whether the answers to \`budget\` still hold
      map.yaml:12:4: warning map-undecided: it is not decided yet what is dropped here
      "
    `);
    expect(exit).toBe(0);
  });
  test('is an error of `migrate`, which writes nothing', async () => {
    const questions =
      'id: q, text: Q?, scale: four\n id: fax, text: F?, type: text\n id: budget, text: B?, type: number';
    const ran = await migrate({
      old: version('1.0.0', questions),
      new: version('2.0.0', questions.replace('fax', 'phone').replace('B?', 'Budget?')),
      map: 'rename:\n  fax:\nlevels:\n  q: { 3: }\nchanged:\n  budget:\n',
      responses: 'response_id,organisation,q,fax\nr1,N,3,1\n',
    });
    expect(told(ran.err)).toEqual([
      'map.yaml:4:3 error map-undecided',
      'map.yaml:6:8 error map-undecided',
      'map.yaml:8:3 error map-undecided',
    ]);
    expect(ran.err).toContain('help: Give the id in the new version, or move it to `drop`.');
    expect([ran.exit, ran.out]).toEqual([2, '']);
  });
  test('is nothing where a whole part is empty', async () => {
    expect(await check('rename:\nlevels:\nchanged:\ndrop:\n')).toBe('');
  });
});

describe('what a map cannot say, whatever the versions are', () => {
  test.each([
    ['rename: { a: c, b: c }', 'map.yaml:3:20: error map-two-on-one: `b` would become `c`, and so would `a`'],
    ['rename: { a: c }\ndrop: [a]', 'map.yaml:4:8: error map-dropped-and-renamed: `a` stands under'],
    [
      'levels: { q: { 1: 1 } }\nchanged: { q: ask_again }',
      'map.yaml:4:12: error map-decided-twice: `q` is to be asked again by `changed`, and stands under `levels`',
    ],
    ['drop: [a, a]', 'map.yaml:3:11: error listed-twice: `a` stands twice in `drop`'],
    [
      'changed: { q: kepe }',
      'map.yaml:3:15: error unknown-word: `q` is "kepe"; allowed: `keep`, `ask_again`',
    ],
    ['rename: { a: 9x }', 'map.yaml:3:14: error bad-form: `a` is "9x"; it must be'],
  ])('%s', async (body, line) => {
    const out = await check(body);
    expect(out).toContain(line);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('what does not fit the two versions', () => {
  const profile = (fields: string) =>
    `profile: [{ id: organisation, title: Authority, required: true, unit: true }${fields}]`;
  const of = (number: string, questions: string, fields = '') =>
    version(number, questions).replace(/^profile:.*$/m, profile(fields));
  const old = of(
    '1.0.0',
    `id: owner, text: Owner?, scale: four
     id: share, text: Share?, type: number
     id: tools, text: Tools?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }]`,
    ', { id: team, title: Team }',
  );
  const next = of(
    '2.0.0',
    `id: owner, text: The owner?, scale: three
     id: steward, text: Steward?, scale: four
     id: share, text: Share now?, type: number
     id: amount, text: Amount?, type: number
     id: tools, text: Tools now?, type: choice, options: [{ id: a, label: A }, { id: b, label: B }]`,
    ', { id: team, title: Team }',
  );
  test.each([
    [
      'rename: { ownr: steward }',
      '3:11 error map-unknown-id',
      'the old version has no question or profile field `ownr`; did you mean `owner`?',
    ],
    ['rename: { owner: stewart }', '3:18 error map-unknown-id', 'did you mean `steward`?'],
    [
      'rename: { share: owner, owner: steward }',
      '3:18 error map-types-differ',
      '`share` are of type `number`, and cannot be those of `owner`',
    ],
    ['rename: { share: team }', '3:18 error map-types-differ', 'of type `profile field`'],
    [
      'rename: { owner: share }',
      '3:18 error map-two-on-one',
      '`owner` would become `share`, and so would `share`',
    ],
    ['drop: [toolz]', '3:8 error map-unknown-id', 'did you mean `tools`?'],
    [
      'levels: { owner: { 5: 1 } }',
      '3:20 error map-unknown-level',
      'the old version of `owner` has no "5"; allowed: `1`, `2`, `3` or `4`',
    ],
    [
      'levels: { owner: { 4: 4 } }',
      '3:23 error map-unknown-level',
      'the new version of `owner` has no "4"; allowed: `1`, `2`, `3`, `dont_know`, `not_applicable` or `ask_again`',
    ],
    ['levels: { share: { 1: 2 } }', '3:11 error map-no-levels', 'cannot be mapped one by one'],
    [
      'levels: { tools: { a: a } }',
      '3:11 error map-no-levels',
      'answers of type `choices` cannot be mapped to those of `tools`',
    ],
    ['levels: { steward: { 1: 1 } }', '3:11 error map-nothing-to-map', '`steward` is new'],
    ['changed: { amount: keep }', '3:12 error map-nothing-to-map', '`amount` is new'],
    ['changed: { tools: keep }', '3:19 error map-types-differ', 'of type `choice`'],
    ['changed: { team: keep }', '3:12 error map-unknown-id', 'the new version has no question `team`'],
    [
      'rename: { owner: steward }\nlevels: { onwer: { 1: 1 } }',
      '4:11 error map-unknown-id',
      'did you mean `owner`?',
    ],
    ['rename: { owner: steward, share: owner }\nlevels: { share: { 1: 1 } }', undefined, ''],
  ])('%s', async (body, finding, text) => {
    const ran = await migrate({ old, new: next, map: body, responses: 'organisation,owner\nN,1\n' });
    expect([ran.exit, ran.out]).toEqual([2, '']);
    if (finding !== undefined) expect(told(ran.err)).toEqual([`map.yaml:${finding}`]);
    expect(ran.err.replace(/\n {2}/g, ' ')).toContain(text);
  });
  test('two questionnaires are no versions of one', async () => {
    const ran = await migrate({
      old,
      new: next.replace('id: sample', 'id: other'),
      responses: 'organisation,owner\nN,1\n',
    });
    expect(ran.err).toContain('old.yaml is the questionnaire `sample`, and new.yaml is `other`');
    expect(ran.exit).toBe(2);
  });
  test('a file that is no map', async () => {
    const ran = await milepost('migrate old.yaml old.yaml r.csv --map old.yaml', {
      files: { 'old.yaml': old, 'r.csv': 'organisation,owner\nN,1\n' },
    });
    expect(ran.err).toContain('wrong-kind');
    expect(ran.exit).toBe(2);
  });
});

describe('the profile', () => {
  const of = (number: string, fields: string) =>
    version(number, 'id: q, text: Q?, scale: four').replace(/^profile:.*$/m, `profile: [${fields}]`);
  const kinds = (...ids: readonly string[]) =>
    `{ id: kind, title: K, type: choice, options: [${ids.map((id) => `{ id: ${id}, label: ${id.toUpperCase()} }`).join(', ')}] }`;
  const organisation = '{ id: organisation, title: A, required: true, unit: true }';
  const old = of(
    '1.0.0',
    `${organisation}, ${kinds('inner', 'outer')}, { id: email, title: E, personal: true }`,
  );
  const responses = 'response_id,organisation,kind,email,q\nr1,North,inner,x@y,2\nr2,North,outer,,3\n';

  test('is carried by id, and by what the map says of ids and options', async () => {
    const next = of(
      '2.0.0',
      `{ id: authority, title: A, required: true, unit: true }, ${kinds('inner', 'suburb')}`,
    );
    const ran = await migrate({
      old,
      new: next,
      map: 'rename: { organisation: authority }\nlevels: { kind: { inner: inner, outer: suburb } }',
      responses,
    });
    expect(ran.answers.map(({ profile }) => profile)).toEqual([
      { authority: 'North', kind: 'inner' },
      { authority: 'North', kind: 'suburb' },
    ]);
    expect(ran.err).toContain('4 profile values: 3 kept, 1 mapped.');
  });
  test('a value that there is no more must be decided about', async () => {
    const next = of('2.0.0', `${organisation}, ${kinds('inner')}`);
    const ran = await migrate({ old, new: next, responses });
    expect(ran.err).toContain(
      '`kind` is "outer" in 1 response, which is none of its values in the new version',
    );
    expect(ran.exit).toBe(2);
    const blank = await migrate({
      old,
      new: next,
      map: 'levels: { kind: { inner: inner, outer: ask_again } }',
      responses,
    });
    expect(blank.answers[1]?.profile).toEqual({ organisation: 'North' });
    expect(blank.ledger().entries).toEqual([
      { response: 'r2', profile: 'kind', outcome: 'dropped', was: 'outer' },
    ]);
  });
  test('a field that is gone needs a decision', async () => {
    const ran = await migrate({ old, new: of('2.0.0', organisation), responses });
    expect(told(ran.err)).toEqual(['old.yaml:8:71 error migrate-removed']);
    expect(
      (await migrate({ old, new: of('2.0.0', organisation), map: 'drop: [kind]', responses })).exit,
    ).toBe(0);
  });
  test('a required field that nothing leads to cannot be had', async () => {
    const next = of('2.0.0', '{ id: authority, title: A, required: true, unit: true }');
    const ran = await migrate({ old, new: next, responses });
    expect(told(ran.err)).toEqual(['new.yaml:8:11 error migrate-field-without-source']);
    const dropped = await migrate({ old, new: next, map: 'drop: [organisation, kind]', responses });
    expect(told(dropped.err)).toEqual(['map.yaml:3:8 error map-unit-field-lost']);
    expect(dropped.err).toContain('Write `organisation: authority` under `rename` instead.');
  });
  test('a unit that nothing leads to is told of', async () => {
    const next = of(
      '2.0.0',
      `${organisation}, { id: team, title: T, unit: true }, ${kinds('inner', 'outer')}`,
    );
    expect(told((await migrate({ old, new: next, responses })).err)).toEqual([
      'new.yaml:8:71 warning migrate-unit-none',
    ]);
  });
  test('a response without a value that is required now is refused', async () => {
    const next = of(
      '2.0.0',
      `${organisation}, ${kinds('inner', 'outer').replace('type:', 'required: true, type:')}`,
    );
    const ran = await migrate({ old, new: next, responses: 'organisation,kind,q\nN,inner,1\nN,,2\n' });
    expect(ran.err).toContain('1 of 2 responses carried over, 1 refused.');
    expect(ran.ledger().refused).toEqual([{ file: 'r.csv', line: 3, because: 'profile-missing' }]);
    expect(ran.exit).toBe(1);
  });
});
