import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

const six = responses({ A: both(3, 3, 3, 3, 3, 4) });
const late = 'late,Northbridge,A,4,4,1,';

/** A table for release of some files, and what is said of it. */
async function released(files: Readonly<Record<string, string>>, options = '', format = 'csv') {
  return milepost(`compare q.yaml r.csv --publish --format ${format} ${options}`, { files });
}

async function givenOut(files: Readonly<Record<string, string>>, options = ''): Promise<string> {
  const ran = await released(files, options, 'json');
  expect(ran.exit, ran.err).toBe(0);
  return ran.out;
}

/** Answers in waves. */
function inWaves(waves: Readonly<Record<string, readonly string[]>>) {
  const lines = Object.entries(waves).flatMap(([wave, own]) =>
    own.map((line, i) => `${line},${wave}`.replace(/^[^,]*/, `${wave}-${i}`)),
  );
  const head = 'response_id,organisation,department,q1,q2,participants,official,wave';
  return { 'q.yaml': questionnaire(), 'r.csv': `${[head, ...lines].join('\n')}\n` };
}

const second = responses({ A: both(3, 3, 3, 4, 4, 4, 4) });

/** A table as it was written before tables said of which wave they are. */
function withoutWaves(json: string): string {
  const { provenance, ...rest } = JSON.parse(json);
  const { waves, ...others } = provenance;
  expect(waves).toEqual(['2024']);
  return JSON.stringify({ provenance: others, ...rest });
}

async function overallByWave(earlier: string, waves: Readonly<Record<string, readonly string[]>>) {
  const ran = await released({ ...inWaves(waves), 'earlier.json': earlier }, '--published earlier.json');
  const shown = rowsOf(ran.out).map(({ wave, overall }) => `${wave}: ${overall || '–'}`);
  return { ...ran, shown, said: ran.err.replace(/\s+/g, ' ') };
}

test('a table of the only wave that there was then is of that wave, not of the last', async () => {
  const earlier = await givenOut(inWaves({ 2024: six }));
  const { shown, said } = await overallByWave(earlier, { 2024: [...six, late], 2025: second });
  expect(shown).toEqual(['2024: –', '2025: 3.57']);
  expect(said).toContain('3.17 → withheld, since others could be worked out from it');
});

test('one that does not say its wave is of that in which all is as it was then', async () => {
  const earlier = withoutWaves(await givenOut(inWaves({ 2024: six })));
  const { shown, said } = await overallByWave(earlier, { 2024: six, 2025: second });
  expect(shown).toEqual(['2024: 3.17', '2025: 3.57']);
  expect(said).toContain('Nothing has changed since the table given out before.');
});

test('one that does not say its wave, and is as it was in none, is refused', async () => {
  const earlier = withoutWaves(await givenOut(inWaves({ 2024: six })));
  const { exit, said, out } = await overallByWave(earlier, { 2024: [...six, late], 2025: second });
  expect([exit, out]).toEqual([2, '']);
  expect(said).toContain(
    '--published earlier.json: it does not say of which wave it is, and in none of 2024, 2025 all of it is as it was then',
  );
  expect(said).toContain('Write into its `provenance` which it was, as in `"waves": ["2025"]`.');
});

const retitled = 'id,title,aliases,level,parent\nnb,Northbridge City,Northbridge,organisation,\n';

test.each(['', '--layout long', '--tables scores,exchange'])(
  'a unit that is called otherwise now is found by its other name in the register (%s)',
  async (options) => {
    const asking = questionnaire({ ask: { q1: ['best_practice'], q2: [] } });
    const earlier = await givenOut(setting(six, asking).files, options);
    const now = { ...setting([...six, late], asking).files, 'u.csv': retitled, 'earlier.json': earlier };
    const ran = await released(now, '--units u.csv --published earlier.json');
    expect(rowsOf(ran.out).map(({ organisation, overall }) => [organisation, overall])).toEqual([
      ['Northbridge City', ''],
    ]);
    expect(ran.err).toContain('Northbridge City, Overall: 3.17 → withheld');
  },
);

test('a name that several units have now is refused', async () => {
  const units = `${retitled}nt,Northbridge Town,Northbridge,organisation,\n`;
  const earlier = await givenOut(setting(six).files);
  const lines = six.map((line) => line.replace(',Northbridge,', ',Northbridge City,'));
  const ran = await released(
    { ...setting(lines).files, 'u.csv': units, 'earlier.json': earlier },
    '--units u.csv --published earlier.json',
  );
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain(
    '--published earlier.json: organisation=Northbridge: several units in u.csv are called so',
  );
});

test('a table of another questionnaire is refused', async () => {
  const other = questionnaire().replace('id: check', 'id: other-check');
  const earlier = await givenOut(setting(six, other).files);
  const ran = await released({ ...setting(six).files, 'earlier.json': earlier }, '--published earlier.json');
  expect(ran.exit).toBe(2);
  expect(ran.err.replace(/\s+/g, ' ')).toContain(
    '--published earlier.json: it is a table of the questionnaire `other-check`, and that is not answered now',
  );
});
