import { readFileSync } from 'node:fs';
import type { Setting } from '../support/milepost.js';
import { pages, root } from './pages.js';

/** Command lines whose output a page shows. */
interface Transcript {
  readonly name: string;
  readonly lines: readonly { readonly args: string; readonly setting?: Setting }[];
}

const example = 'questionnaires/digital-maturity.yaml examples/digital-maturity/responses.csv';

/** What `npm run demo` runs; the page shows what comes first. */
const demo = scriptOf('demo')
  .split(' && ')
  .map((command) => command.replace(/^node bin\/milepost\.js /, ''));

/** The small questionnaire that the README shows. */
const small = pages[0]?.fences.find(({ language }) => language === 'yaml')?.text ?? '';
const returned = 'data_owner,data_tools\n3,3\nEstablished,DK\n2,7\n';

/** The draft that the page on writing questions begins with. */
const draft =
  pages
    .find(({ path }) => path === 'docs/writing-questions.md')
    ?.fences.find(({ language }) => language === 'yaml')?.text ?? '';

export const transcripts: readonly Transcript[] = [
  { name: 'demo', lines: demo.slice(0, 2).map((args) => ({ args })) },
  {
    name: 'check',
    lines: [
      {
        args: 'check data-check.yaml',
        setting: {
          files: {
            'data-check.yaml': small.replace(
              /scale: maturity \}(?![\s\S]*scale: maturity)/,
              'scale: maturty }',
            ),
          },
        },
      },
    ],
  },
  {
    name: 'explain',
    lines: [{ args: `explain ${example} --unit organisation=Northbridge --node data_governance` }],
  },
  {
    name: 'writing',
    lines: [{ args: 'check draft.yaml --format compact', setting: { files: { 'draft.yaml': draft } } }],
  },
  {
    name: 'score',
    lines: [
      {
        args: 'score data-check.yaml returned.csv',
        setting: { files: { 'data-check.yaml': small, 'returned.csv': returned } },
      },
    ],
  },
];

/** A script of package.json. */
function scriptOf(name: string): string {
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${root}package.json`, 'utf8'),
  );
  return scripts[name] ?? '';
}
