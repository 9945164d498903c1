import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Batch, intake } from '../../src/intake/intake.js';
import { carryOffers } from '../../src/response/carry/carry-offers.js';
import type { Response } from '../../src/response/response.js';
import { questionnaireFrom } from '../response/fixture.js';
import { milepost } from '../support/milepost.js';
import { first, given, second } from './fixture.js';

const answers = { owner: { value: 3 }, uses: { value: ['a'] }, share: { value: 40 } };
const files = {
  'first.yaml': first,
  'second.yaml': second,
  'first.jsonl': given('r-1', answers),
  'back.csv': `response_id,organisation,owner,uses,share,tools,appetite
s-1,Northbridge,,A catalogue,10,2,3
s-2,Southwick,2,,,,
`,
};
const read = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const from = { questionnaire: 'first', version: '1.0.0', response: 'r-1', completed: '2026-10-02' };

test('blanks are filled with what was answered elsewhere; nothing that was returned is overwritten', async () => {
  const { exit, out, err } = await milepost('import second.yaml back.csv --carry first.jsonl', { files });
  expect(exit).toBe(0);
  const [one, two] = read(out);
  expect(one.answers).toEqual({
    owner: { value: 3, carried: from },
    uses: { value: ['a'] },
    share: { value: 10 },
    tools: { value: 2 },
    appetite: { value: 3 },
  });
  expect(two.answers).toEqual({ owner: { value: 2 } });
  expect(err).toContain(
    'Carried: 1 blank filled in 1 response; 1 answered alike; 1 answered otherwise, as returned; 1 response of units that answered nothing elsewhere.',
  );
  expect(err.replaceAll(/\s+/g, ' ')).toContain(
    '`share` is answered otherwise than before in 1 response: "s-1" says "10", Digital maturity 1.0.0, 2026-10-02 said "40". What was returned stays',
  );
});

test('a unit that answered nothing elsewhere is told of at the file that it came in', async () => {
  const head = 'response_id,organisation,owner,uses,share,tools,appetite\n';
  const { err } = await milepost(
    'import second.yaml one.csv two.csv three.csv --carry first.jsonl -o out.jsonl',
    {
      files: {
        ...files,
        'one.csv': `${head}s-2,Southwick,2,,,,\n`,
        'two.csv': `${head}s-3,Eastmere,2,,,,\ns-4,Westholm,2,,,,\n`,
        'three.csv': `${head}s-1,Northbridge,,,,,3\n`,
      },
    },
  );
  const told = [...err.matchAll(/^(\w+\.csv) +info +carry-no-unit\n +(.*)$/gm)];
  expect(told.map(([, at, what]) => [at, what])).toEqual([
    ['one.csv', 'among the answers to carry none is of `Southwick`'],
    ['two.csv', 'among the answers to carry none are of `Eastmere` and `Westholm`'],
  ]);
});

test('without being asked for, nothing is brought over', async () => {
  const { out } = await milepost('import second.yaml back.csv', { files });
  expect(out).not.toContain('carried');
});

test('the ledger counts them, and names what they were read from', async () => {
  const { file } = await milepost(
    'import second.yaml back.csv --carry first.jsonl -o out.jsonl --ledger ledger.json',
    { files },
  );
  expect(JSON.parse(file('ledger.json'))).toMatchObject({
    carried: { filled: 1, responses: 1, same: 1, different: 1, tied: 0, without_unit: 1 },
    read_with: [{ file: 'first.jsonl' }],
  });
});

test('a figure says which of the answers behind it were brought over', async () => {
  const { out: imported } = await milepost('import second.yaml back.csv --carry first.jsonl', { files });
  const { out } = await milepost(
    'explain second.yaml in.jsonl --unit organisation=Northbridge --node ability',
    {
      files: { ...files, 'in.jsonl': imported },
    },
  );
  expect(out).toContain('1 answer behind this figure was brought over:');
  expect(out).toContain('s-1, Who owns it? (owner): 3 (Established), from r-1 of first 1.0.0, 2026-10-02');
});

test('an earlier wave of the same questionnaire is a source too, this one is not', async () => {
  const wave = (name: string, value: number) =>
    given(`r-${name}`, { owner: { value } }, { wave: name })
      .replaceAll('"first"', '"second"')
      .replace(',"department":"Housing"', '');
  const back = 'response_id,wave,organisation,owner\ns-1,2026,Northbridge,\n';
  const { out } = await milepost('import second.yaml back.csv --carry all.jsonl', {
    files: { ...files, 'back.csv': back, 'all.jsonl': wave('2025', 2) + wave('2026', 4) },
  });
  expect(read(out)[0].answers.owner).toMatchObject({
    value: 2,
    carried: { response: 'r-2025', wave: '2025' },
  });
});

test('what is filled in may make another question be asked, which was answered elsewhere as well', async () => {
  const conditional = (text: string) =>
    text.replace('max: 100, minutes: 1 }', 'max: 100, minutes: 1, when: "answers.owner >= 2" }');
  const { out, err } = await milepost('import second.yaml back.csv --carry first.jsonl', {
    files: {
      ...files,
      'first.yaml': conditional(first),
      'second.yaml': conditional(second),
      'back.csv': 'response_id,organisation,owner,share,appetite\ns-1,Northbridge,,,1\n',
    },
  });
  expect(Object.keys(read(out)[0].answers)).toEqual(['owner', 'uses', 'share', 'appetite']);
  expect(err).toContain('Carried: 3 blanks filled in 1 response');
});

test('a table of answers says nothing of its questionnaire: it is named', async () => {
  const table = 'response_id,organisation,department,owner\nr-9,Northbridge,Housing,4\n';
  const { out } = await milepost('import second.yaml back.csv --carry table.csv --carry-of old/asked.yaml', {
    files: { ...files, 'table.csv': table, 'old/asked.yaml': first },
  });
  expect(read(out)[0].answers.owner).toEqual({
    value: 4,
    carried: { questionnaire: 'first', version: '1.0.0', response: 'r-9' },
  });
});

test('whatever comes back, what was returned stays, and a blank says what it was filled with', async () => {
  const reader = questionnaireFrom(second);
  const offers = carryOffers(reader, [
    { questionnaire: questionnaireFrom(first), responses: [JSON.parse(given('r-1', answers))] },
  ]);
  const cell = fc.constantFrom('', '1', '3', 'DK', 'N/A');
  await fc.assert(
    fc.asyncProperty(cell, fc.constantFrom('', 'a', 'a;b', 'DK'), cell, async (owner, uses, share) => {
      const row = `response_id,organisation,owner,uses,share,appetite\ns-1,Northbridge,${owner},${uses},${share},2\n`;
      const input = () => ({ name: 'back.csv', chunks: chunksOf(row) });
      const [before, after] = await Promise.all([
        accepted(intake(reader, [input()])),
        accepted(intake(reader, [input()], { carry: offers })),
      ]);
      for (const [id, answer] of Object.entries(after?.answers ?? {})) {
        const was = before?.answers[id] ?? {};
        const isBlank = was.value === undefined && was.non_answer === undefined;
        const offered = offers({ profile: { organisation: 'Northbridge' } }).answers.get(id);
        expect(answer).toEqual(
          isBlank && offered !== undefined ? { ...offered.answer, carried: offered.from } : was,
        );
      }
    }),
    { numRuns: 20 },
  );
});

async function accepted(batches: AsyncIterable<Batch>): Promise<Response | undefined> {
  let found: Response | undefined;
  for await (const batch of batches) found ??= batch.accepted[0]?.response;
  return found;
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
