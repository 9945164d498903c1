// Packs the package, installs the tarball in empty folders under several versions of Node, and uses it as its users would:
// npm run smoke. Stops at the first thing that is not as it should be.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, npx, run } from './npm.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { name, version, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** Besides the Node that runs this. `required` ones must install: the oldest may be hard to come by. */
const others = [
  { release: '24', required: true },
  { release: '20.19.0', required: false },
];
/** What a user needs, and nothing else. */
const shipped = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^THIRD-PARTY-NOTICES\.txt$/,
  /^docs\/[a-z-]+\.md$/,
  /^docs\/images\/[a-z-]+\.png$/,
  /^bin\/milepost\.js$/,
  /^dist\/(?!types\/|meta\.json$).+\.js$/,
  /^dist\/chunks\/highs\.wasm$/,
  /^dist\/types\/.+\.d\.ts$/,
  /^schemas\/[a-z]+\.schema\.json$/,
  /^templates\/.+\.(yaml|yml|md)$/,
  /^questionnaires\/.+\.(yaml|md)$/,
];
const needed = [
  'README.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.txt',
  'docs/images/report.png',
  'bin/milepost.js',
  'dist/cli.js',
  'dist/index.js',
  'dist/chunks/highs.wasm',
  'dist/types/index.d.ts',
  'schemas/questionnaire.schema.json',
  'templates/questionnaires/service-check.yaml',
  'templates/.github/workflows/milepost.yml',
  'questionnaires/digital-maturity.yaml',
];

const questionnaire = `milepost: 1
id: smoke
version: 1.0.0
title: Smoke test
description: Three questions on one scale.
notice: Nobody sees the answers.
licence: CC0-1.0
scales:
  maturity:
    levels:
      - { value: 1, label: Starting }
      - { value: 2, label: Emerging }
      - { value: 3, label: Established }
      - { value: 4, label: Leading }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Does every dataset have an owner?, scale: maturity }
      - { id: quality, text: Is quality measured?, scale: maturity }
      - { id: sharing, text: Is data shared?, scale: maturity }
`;
const units = `profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
privacy: { min_group: 2 }
`;
const unitResponses = `response_id,organisation,department,owner
a,North,Housing,1
b,North,Roads,2
c,North,Roads,3
`;
const responses = 'response_id,owner,quality,sharing\nfirst,3,DK,2\nsecond,Leading,4,\n';
/** Answers 3, don't know and 2 are 2.5; 4, 4 and a blank are 4. */
const expectedScores = { first: '2.5', second: '4' };

const consumer = `import { loadQuestionnaire, makePlan, scorer } from '${name}';
const { questionnaire, locator } = loadQuestionnaire('a.yaml', { read: () => ({ text: '' }), resolve: (_, path) => path });
export const card = questionnaire && scorer(makePlan(questionnaire, locator).plan)({ given: { values: [], profile: {} }, states: [] });
`;
const program = `import { readFileSync } from 'node:fs';
import { loadQuestionnaire, makePlan, scorer } from '${name}';
const files = { read: (file) => ({ text: readFileSync(file, 'utf8') }), resolve: (_, path) => path };
const { questionnaire, locator } = loadQuestionnaire('smoke.yaml', files);
const { plan } = makePlan(questionnaire, locator);
const given = { values: [3, undefined, 2], profile: {} };
const card = scorer(plan)({ given, states: ['value', 'dont_know', 'value'] });
console.log(card.scores[plan.nodes.find(({ id }) => id === 'overall').slot]);
`;

class Fault extends Error {}

const work = await realpath(await mkdtemp(join(tmpdir(), 'milepost-smoke-')));
try {
  const tarball = await pack();
  const here = { node: process.execPath, version: process.version };
  await use(tarball, here);
  await types(join(work, here.version));
  for (const { release, required } of others) {
    const other = await otherNode(release, required);
    if (other !== undefined && other.version !== here.version) await use(tarball, other);
  }
  console.log('The package works.');
} catch (error) {
  console.error(error instanceof Fault ? `\nSmoke test failed: ${error.message}` : error);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
}

async function pack() {
  const packed = npm(['pack', '--pack-destination', work], { cwd: root });
  expectCode('npm pack', packed, 0);
  const [file] = (await readdir(work)).filter((entry) => entry.endsWith('.tgz'));
  expectEqual('the name of the tarball', file, `${name}-${version}.tgz`);
  return join(work, file);
}

/** Installs the tarball in an empty folder with this Node, offline and with an empty cache, and uses it. */
async function use(tarball, { node, version: nodeVersion }) {
  console.log(`Node ${nodeVersion}`);
  const cwd = join(work, nodeVersion);
  await mkdir(cwd);
  // Without one, npm would install into the next folder above that has a project or modules.
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ name: 'smoke', private: true }));
  const flags = ['--engine-strict', '--offline', '--cache', join(work, `cache-${nodeVersion}`)];
  const installed = npm(['install', ...flags, tarball], { cwd, node });
  expectCode('npm install of the tarball', installed, 0);
  const said = `${installed.stdout}${installed.stderr}`;
  expectNot(
    `an engine warning from npm install (engines: ${engines.node})`,
    said,
    /EBADENGINE|Unsupported engine/i,
  );
  say('installs offline, without an engine warning');

  await contents(join(cwd, 'node_modules', name));
  const others = (await readdir(join(cwd, 'node_modules'))).filter(
    (entry) => !entry.startsWith('.') && entry !== name,
  );
  expectEqual('packages installed beside it', others.join(', '), '');
  say('holds what a user needs, and nothing else');

  const milepost = (...args) => npx(['--no', name, '--', ...args], { cwd, node });
  const told = milepost('--version');
  expectCode(`${name} --version`, told, 0);
  expectEqual(`what ${name} --version prints`, told.stdout.trim(), version);
  say('--version');

  const shippedQuestionnaire = join('node_modules', name, 'questionnaires', 'digital-maturity.yaml');
  expectCode(`${name} check of a shipped questionnaire`, milepost('check', shippedQuestionnaire), 0);
  await writeFile(join(cwd, 'smoke.yaml'), questionnaire);
  await writeFile(join(cwd, 'responses.csv'), responses);
  expectCode(`${name} check of a new questionnaire`, milepost('check', 'smoke.yaml'), 0);
  await writeFile(join(cwd, 'broken.yaml'), questionnaire.replace('scale: maturity }', 'scael: maturity }'));
  const faulty = milepost('check', 'broken.yaml');
  expectCode(`${name} check of a questionnaire with a mistake`, faulty, 1);
  expectMatch('what check says of `scael`', `${faulty.stdout}${faulty.stderr}`, /scael[\s\S]*scale/);
  say('check');

  expectCode(`${name} init`, milepost('init', 'new'), 0);
  const begun = join('new', 'questionnaires');
  expectCode(`${name} check of what init wrote`, milepost('check', begun, '--fail-on', 'info'), 0);
  expectCode(`${name} init in the same folder`, milepost('init', 'new'), 2);
  say('init');

  const scored = milepost('score', 'smoke.yaml', 'responses.csv', '--format', 'csv');
  expectCode(`${name} score`, scored, 0);
  const [header, ...rows] = scored.stdout
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const found = rows.map((row) => [row[header.indexOf('response_id')], row[header.indexOf('overall')]]);
  expectEqual('the scores', JSON.stringify(Object.fromEntries(found)), JSON.stringify(expectedScores));
  say('score');

  // A department of one is withheld, and with two of them nothing further follows from their organisation's score.
  await writeFile(join(cwd, 'units.yaml'), `${questionnaire}${units}`);
  await writeFile(join(cwd, 'units.csv'), unitResponses);
  const kept = milepost('compare', 'units.yaml', 'units.csv', '--by', 'department', '--format', 'csv');
  expectCode(`${name} compare with small groups`, kept, 0);
  expectMatch('what compare says of a small group', kept.stderr, /withheld/);
  const audited = milepost('compare', 'units.yaml', 'units.csv', '--by', 'organisation,department');
  expectCode(`${name} compare with small groups in others`, audited, 0);
  say('compare, with small groups withheld');

  await writeFile(join(cwd, 'program.mjs'), program);
  const used = run(node, ['program.mjs'], { cwd, node });
  expectCode('a program that imports the public API', used, 0);
  expectEqual('the score that it prints', used.stdout.trim(), expectedScores.first);
  const schema = `import schema from '${name}/schemas/questionnaire.schema.json' with { type: 'json' }; console.log(schema.title);`;
  await writeFile(join(cwd, 'schema.mjs'), schema);
  expectCode('an import of a schema', run(node, ['schema.mjs'], { cwd, node }), 0);
  say('public API');
}

async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  expectEqual(
    'files that a user does not need',
    files.filter((file) => !shipped.some((form) => form.test(file))).join(', '),
    '',
  );
  expectEqual('files that are missing', needed.filter((file) => !files.includes(file)).join(', '), '');
}

/** Type-checks a consumer with nothing but the package and the language's own types. */
async function types(cwd) {
  await writeFile(join(cwd, 'consumer.mts'), consumer);
  const compilerOptions = {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  await writeFile(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.mts'] }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  expectCode('tsc of a consumer in TypeScript', run(process.execPath, [tsc, '-p', '.'], { cwd }), 0);
  say('types');
}

/** Another Node's program, from the package that brings it; kept beside the dependencies for the next run. */
async function otherNode(release, required) {
  const cwd = join(root, 'node_modules', '.cache', 'milepost-smoke', `node-${release}`);
  const programs = [join('bin', 'node'), join('bin', 'node.exe')].map((file) =>
    join(cwd, 'node_modules', 'node', file),
  );
  const find = () => programs.find((file) => existsSync(file));
  if (find() === undefined) {
    await rm(cwd, { recursive: true, force: true });
    await mkdir(cwd, { recursive: true });
    await writeFile(join(cwd, 'package.json'), '{ "private": true }\n');
    const installed = npm(['install', '--no-save', '--ignore-scripts=false', `node@${release}`], { cwd });
    if (installed.code !== 0 || find() === undefined) {
      if (required)
        expectCode(`npm install of node@${release}`, { ...installed, code: installed.code || 1 }, 0);
      console.log(`Node ${release}\n  skipped: node@${release} does not install here`);
      return undefined;
    }
  }
  const node = find();
  return { node, version: run(node, ['--version'], { cwd }).stdout.trim() };
}

function say(text) {
  console.log(`  ok  ${text}`);
}

function expectCode(what, { code, stdout, stderr }, expected) {
  if (code === expected) return;
  throw new Fault(
    `${what}\n  expected: exit code ${expected}\n  found:    ${code}\n${indent(`${stdout}${stderr}`)}`,
  );
}

function expectEqual(what, found, expected) {
  if (found === expected) return;
  throw new Fault(`${what}\n  expected: ${expected || '(none)'}\n  found:    ${found || '(none)'}`);
}

function expectMatch(what, found, form) {
  if (form.test(found)) return;
  throw new Fault(`${what}\n  expected: something like ${form}\n  found:\n${indent(found)}`);
}

function expectNot(what, found, form) {
  if (!form.test(found)) return;
  throw new Fault(`${what}\n  expected: none\n  found:\n${indent(found)}`);
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, '    ');
}
