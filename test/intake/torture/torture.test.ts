import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, test, vi } from 'vitest';
import { importOne } from './account.js';
import { decodings } from './bytes.js';
import { type FormFile, formBytes, formFile, saidInForm } from './form-file.js';
import { misread, unborne } from './judge.js';
import { type ResponsesFile, responsesBytes, responsesFile, saidInLines } from './responses-file.js';
import { bytesOf, nameOf, type ReturnedFile, readings, returnedFile, shown } from './returned-file.js';
import { mapOf, questionnaire, seeds } from './seeds.js';
import { meanings } from './witness.js';

const timeout = 24 * 3_600_000;

/** What `npm run torture:intake` asks for: how many cases, which ones, and of which kind. */
const { TORTURE_CASES = '2000', TORTURE_SEED = '78', TORTURE_PATH, TORTURE_ONLY } = process.env;

const folder = mkdtempSync(join(tmpdir(), 'milepost-torture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

// The library tells of formats on the terminal; the build takes that out.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

writeFileSync(join(folder, 'q.yaml'), questionnaire);
const prepared = new Map(
  seeds.map((seed, at) => {
    const map = Object.keys(seed.codes).length === 0 ? undefined : `map-${at}.yaml`;
    if (map !== undefined) writeFileSync(join(folder, map), mapOf(seed));
    return [seed, { map, known: meanings(seed) }];
  }),
);

/** What is wrong with how a file was read; nothing where all is well. */
type Fault<T> = (file: T) => Promise<string | undefined>;

const tableFault: Fault<ReturnedFile> = async (file) => {
  const { seed } = file;
  const { map, known = new Map() } = prepared.get(seed) ?? {};
  const account = await importOne(folder, nameOf(file), bytesOf(file), map);
  if (typeof account === 'string') return account;
  const problems = readings(file).map((table) => misread(account, table, seed, known));
  return problems.includes(undefined) ? undefined : [...new Set(problems), account.ran.err].join('\n');
};

const linesFault: Fault<ResponsesFile> = async (file) => {
  const bytes = responsesBytes(file);
  const account = await importOne(folder, 'returned.jsonl', bytes, undefined);
  if (typeof account === 'string') return account;
  const problems = decodings(bytes).map((text) => {
    const records = saidInLines(text);
    const unread = records.filter(({ cells }) => cells.length > 1).length - account.read;
    if (account.ran.exit === 0 && unread > 0) return `${unread} lines were not read`;
    return unborne(account, records, {});
  });
  return problems.includes(undefined) ? undefined : problems.join('\n');
};

const formFault: Fault<FormFile> = async (file) => {
  const account = await importOne(folder, `returned.${file.as}`, formBytes(file), undefined);
  if (typeof account === 'string') return account;
  if (account.ran.exit === 0 && account.read !== 1) return `${account.read} responses were read`;
  return unborne(account, saidInForm(file), {});
};

test('whatever becomes of a returned table, no row is lost and no answer is made up', { timeout }, () =>
  torture('tables', 0.8, returnedFile, tableFault, shown),
);

test('nor of a file of responses', { timeout }, () =>
  torture('responses', 0.14, responsesFile, linesFault, (file) =>
    [JSON.stringify(file), decodings(responsesBytes(file))[0]].join('\n'),
  ),
);

test('nor of a form', { timeout }, () =>
  torture('forms', 0.06, formFile, formFault, (file) => JSON.stringify(file)),
);

/** Runs a share of the cases. The first failure is told with its file, and with how to have it again. */
async function torture<T>(
  kind: string,
  share: number,
  files: fc.Arbitrary<T>,
  fault: Fault<T>,
  show: (file: T) => string,
): Promise<void> {
  if (TORTURE_ONLY !== undefined && TORTURE_ONLY !== kind) return;
  const property = fc.asyncProperty(files, async (file) => {
    const found = await fault(file);
    if (found !== undefined) throw new Error(found);
  });
  await fc.assert(property, {
    numRuns: Math.ceil(Number(TORTURE_CASES) * share),
    seed: Number(TORTURE_SEED),
    ...(TORTURE_PATH === undefined ? {} : { path: TORTURE_PATH }),
    asyncReporter: async ({ failed, counterexample, seed, counterexamplePath, errorInstance }) => {
      if (!failed) return;
      const [file] = counterexample ?? [];
      const again = `npm run torture:intake -- --only ${kind} --seed ${seed} --path ${counterexamplePath}`;
      const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      throw new Error([again, why, file === undefined ? '' : show(file)].join('\n'));
    },
  });
}
