// The programs that people check YAML with otherwise, on the same files. They have a package.json and a lockfile of their
// own beside the benchmarks, and are installed only when a benchmark asks for them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../../npm.mjs';

const home = fileURLToPath(new URL('../', import.meta.url));
const modules = join(home, 'node_modules');
const schema = fileURLToPath(new URL('../../../schemas/questionnaire.schema.json', import.meta.url));
const programs = {
  'ajv-cli': join(modules, 'ajv-cli', 'dist', 'index.js'),
  spectral: join(modules, '@stoplight', 'spectral-cli', 'dist', 'index.js'),
};

/**
 * Command lines for `node` that check some files against the schema of questionnaires, by program, and the rules of
 * spectral's in `folder`; or why there are none.
 */
export function others(folder) {
  const problem = install();
  if (problem !== undefined) return { problem };
  const rules = join(folder, 'spectral.json');
  writeFileSync(rules, JSON.stringify(ruleset()));
  return {
    commands: (files) => ({
      'ajv-cli': [
        programs['ajv-cli'],
        ...['validate', '--spec=draft2020', '--strict=false', '--all-errors', '-s', schema, '-d', files],
      ],
      spectral: [programs.spectral, 'lint', '--ruleset', rules, '--quiet', files],
    }),
  };
}

/** Installs them where they are not; why that failed, where it did. */
function install() {
  if (Object.values(programs).every((program) => existsSync(program))) return undefined;
  console.error('installing ajv-cli and spectral for the benchmarks …');
  const { code, stderr } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home });
  if (code === 0) return undefined;
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(
    stderr,
  );
  const lines = stderr.split('\n').filter((line) => line.startsWith('npm error'));
  return isOffline ? 'no network' : `npm ci failed: ${lines[0] ?? code}`;
}

/** Our schema, and a few rules of the kind that ours are. */
function ruleset() {
  const pattern = (notMatch) => ({ function: 'pattern', functionOptions: { notMatch } });
  return {
    parserOptions: { incompatibleValues: 'off' },
    rules: {
      schema: {
        given: '$',
        severity: 'error',
        // biome-ignore lint/suspicious/noThenProperty: spectral's own word
        then: {
          function: 'schema',
          functionOptions: {
            schema: JSON.parse(readFileSync(schema, 'utf8')),
            dialect: 'draft2020-12',
            allErrors: true,
          },
        },
      },
      'missing-recommended': {
        given: '$',
        // biome-ignore lint/suspicious/noThenProperty: spectral's own word
        then: ['description', 'licence', 'notice'].map((field) => ({ field, function: 'truthy' })),
      },
      'leading-wording': {
        given: '$.dimensions..questions[*].text',
        // biome-ignore lint/suspicious/noThenProperty: spectral's own word
        then: pattern('/\\b(surely|obviously|of course|needless to say)\\b/i'),
      },
      'label-with-semicolon': {
        given: '$..label',
        // biome-ignore lint/suspicious/noThenProperty: spectral's own word
        then: pattern(';'),
      },
    },
  };
}
