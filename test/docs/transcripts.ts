import type { Setting } from '../support/milepost.js';
import { pages } from './pages.js';

/** Command lines whose output a page shows. */
interface Transcript {
  readonly name: string;
  readonly lines: readonly { readonly args: string; readonly setting?: Setting }[];
}

const example = 'questionnaires/digital-maturity.yaml examples/digital-maturity/responses.csv';

/** The small questionnaire that the README shows. */
const small = pages[0]?.fences.find(({ language }) => language === 'yaml')?.text ?? '';
const returned = 'data_owner,data_tools\n3,3\nEstablished,DK\n2,7\n';

/** The draft that the page on writing questions begins with. */
const draft =
  pages
    .find(({ path }) => path === 'docs/writing-questions.md')
    ?.fences.find(({ language }) => language === 'yaml')?.text ?? '';

export const transcripts: readonly Transcript[] = [
  { name: 'demo', lines: [{ args: `compare ${example} --by organisation` }] },
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
