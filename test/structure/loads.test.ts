import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The parts of esbuild's metafile that are looked at. */
interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

interface Output {
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

const root = new URL('../../', import.meta.url);
const { outputs } = JSON.parse(readFileSync(new URL('dist/meta.json', root), 'utf8')) as Metafile;

/** What is too slow to load for a check of one file. */
const heavy = [
  { name: 'inquirer', files: /node_modules\/(@?inquirer)\// },
  { name: "ajv's compiler", files: /node_modules\/ajv\/(?!dist\/runtime\/)/ },
  {
    name: 'a spreadsheet library',
    files: /node_modules\/(@e965\/xlsx|xlsx|write-excel-file|read-excel-file|exceljs)\//,
  },
  { name: 'a chart library', files: /node_modules\/(echarts|zrender)\// },
  { name: 'a solver', files: /node_modules\/highs\// },
];

function heavyOf(inputs: Iterable<string>): readonly string[] {
  return [...inputs].flatMap((input) =>
    heavy.filter(({ files }) => files.test(input)).map(({ name }) => `${name}: ${input}`),
  );
}

/** The sources and packages in some outputs. */
function inputsOf(paths: Iterable<string>): ReadonlySet<string> {
  return new Set(
    [...paths].flatMap((path) =>
      Object.entries(outputs[path]?.inputs ?? {})
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  );
}

function outputOf(entryPoint: string): string {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint);
  expect(found, `an output whose entry point is ${entryPoint}`).toBeDefined();
  return found?.[0] ?? '';
}

/** The outputs that are loaded with some others. */
function withStaticImports(starts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const imports = outputs[path]?.imports ?? [];
    open.push(
      ...imports
        .filter(({ kind, external }) => kind === 'import-statement' && !external)
        .map(({ path }) => path),
    );
  }
  return found;
}

/** What starts every command; the first only tells the version by itself. */
const start = ['src/cli/main.ts', 'src/cli/run.ts'];
const check = 'src/cli/commands/check.ts';
const form = 'src/cli/commands/form.ts';

test('the program and its check command import nothing heavy', () => {
  const inputs = inputsOf(withStaticImports([...start, check].map(outputOf)));
  expect(inputs).toContain(check);
  expect(heavyOf(inputs)).toEqual([]);
});

test('the program alone imports no command', () => {
  const inputs = inputsOf(withStaticImports(start.map(outputOf)));
  expect([...inputs].filter((input) => input.startsWith('src/cli/commands/'))).toEqual([]);
  expect(
    [...inputs].filter((input) => /^node_modules\/(yaml|csv-parse|csv-stringify)\//.test(input)),
  ).toEqual([]);
});

test('the form command imports no spreadsheet library until it writes a workbook', () => {
  const inputs = inputsOf(withStaticImports([...start, form].map(outputOf)));
  expect(inputs).toContain(form);
  expect([...inputs].filter((input) => /node_modules\/(write-excel-file|fflate)\//.test(input))).toEqual([]);
});

test('a table of text is read without the library that reads workbooks', () => {
  const inputs = inputsOf(withStaticImports([...start, 'src/cli/commands/validate.ts'].map(outputOf)));
  expect(inputs).toContain('src/intake/intake.ts');
  expect(heavyOf(inputs).filter((found) => found.startsWith('a spreadsheet library'))).toEqual([]);
});

test('workbooks are read without tables of old encodings', () => {
  const packed = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  expect(packed.some((input) => input.endsWith('node_modules/@e965/xlsx/xlsx.mjs'))).toBe(true);
  expect(packed.filter((input) => input.includes('cpexcel'))).toEqual([]);
});

test('report loads its chart library only when it writes a page, and of it no more than it draws with', () => {
  const inputs = inputsOf(withStaticImports([...start, 'src/cli/commands/report.ts'].map(outputOf)));
  expect(heavyOf(inputs).filter((found) => found.startsWith('a chart library'))).toEqual([]);
  const packed = [...inputsOf(Object.keys(outputs))].filter((input) =>
    /node_modules\/(echarts|zrender)\//.test(input),
  );
  expect(packed).toContain('node_modules/zrender/lib/svg/Painter.js');
  expect(
    packed.filter((input) =>
      /\/(canvas\/Painter|chart\/(?!custom\/|helper\/)|component\/legend)/.test(input),
    ),
  ).toEqual([]);
});

test('compare loads its solver only when something is withheld', () => {
  const inputs = inputsOf(withStaticImports([...start, 'src/cli/commands/compare.ts'].map(outputOf)));
  expect(heavyOf(inputs).filter((found) => found.startsWith('a solver'))).toEqual([]);
});

test('a check of a file loads nothing heavy', () => {
  const loaded = loadedBy(['check', 'questionnaires/digital-maturity.yaml']);
  const inputs = inputsOf(loaded);
  expect(inputs).toContain(check);
  expect(heavyOf([...inputs, ...loaded])).toEqual([]);
});

test('what a check takes along lies in few files', () => {
  const files = loadedBy(['check', 'questionnaires/digital-maturity.yaml', '--no-config']);
  expect(files.filter((file) => file.startsWith('dist/')).length).toBeLessThanOrEqual(12);
});

test('completion, which shells ask for when they start, does not take along what a check does', () => {
  const inputs = inputsOf(withStaticImports([outputOf('src/cli/commands/completion.ts')]));
  expect([...inputs].filter((input) => /^node_modules\/(yaml|@marcbachmann)\//.test(input))).toEqual([]);
});

test('a check that finds nothing loads no printer of findings, and nothing that a config, a baseline or a comment needs', () => {
  const inputs = [...inputsOf(loadedBy(['check', 'questionnaires/digital-maturity.yaml', '--no-config']))];
  const unneeded =
    /^src\/(export\/findings\/(pretty|compact|github|json|junit|sarif)|cli\/policy\/(load-policy|severities|globs|ignored|known-findings|baseline)|cli\/git\/git)\.ts$/;
  expect(inputs.filter((input) => unneeded.test(input))).toEqual([]);
});

test('the YAML parser is bundled once, as ES modules, without what nobody calls', () => {
  const all = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const parser = all.filter((input) => /node_modules\/yaml\//.test(input));
  expect(parser.length).toBeGreaterThan(0);
  expect(parser.filter((input) => !/node_modules\/yaml\/browser\//.test(input))).toEqual([]);
});

/** The files that a run of the program executes, from the root of the repository, as V8's coverage tells. */
function loadedBy(args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-loads-'));
  try {
    execFileSync(process.execPath, [fileURLToPath(new URL('bin/milepost.js', root)), ...args], {
      cwd: fileURLToPath(root),
      env: { ...process.env, NODE_V8_COVERAGE: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        result: { url: string }[];
      };
      return result.map(({ url }) => url.replace(root.href, '')).filter((url) => !url.startsWith('node:'));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
