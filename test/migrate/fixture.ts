import { milepost, type Ran } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** A version of a questionnaire: its questions, one a line, with more keys of the top. */
export function version(number: string, questions: string, top = ''): string {
  return questionnaire(`profile: [{ id: organisation, title: Authority, required: true, unit: true }]
scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
  three: { levels: [{ value: 1, label: Low }, { value: 2, label: Middle }, { value: 3, label: High }] }
${top}
dimensions:
  - id: d
    title: D
    questions:
${questions
  .trim()
  .split('\n')
  .map((line) => `      - { ${line.trim()} }`)
  .join('\n')}
`).replace('version: 1.0.0', `version: ${number}`);
}

export interface Case {
  readonly old: string;
  readonly new: string;
  readonly map?: string;
  readonly responses: string;
  /** The name of the responses, whose ending says what they are. */
  readonly as?: string;
  readonly more?: string;
}

/** Runs `migrate` with a ledger; `answers` and `ledger` are what it wrote. */
export async function migrate(setting: Case): Promise<
  Ran & {
    readonly answers: readonly Written[];
    readonly ledger: () => Ledger;
  }
> {
  const as = setting.as ?? 'r.csv';
  const ran = await milepost(
    `migrate old.yaml new.yaml ${as}${setting.map === undefined ? '' : ' --map map.yaml'} --ledger ledger.json${setting.more ?? ''}`,
    {
      files: {
        'old.yaml': setting.old,
        'new.yaml': setting.new,
        'map.yaml': `milepost: 1\nkind: map\n${setting.map ?? ''}`,
        [as]: setting.responses,
      },
    },
  );
  const lines = ran.out.split('\n').filter((line) => line !== '');
  return {
    ...ran,
    answers: lines.map((line) => JSON.parse(line) as Written),
    ledger: () => JSON.parse(ran.file('ledger.json')) as Ledger,
  };
}

export interface Written {
  readonly id: string;
  readonly questionnaire: { readonly version: string };
  readonly profile: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly ask_again?: Readonly<Record<string, unknown>>;
}

export interface Ledger {
  readonly from: Readonly<Record<string, string>>;
  readonly map: Readonly<Record<string, string>> | null;
  readonly inputs: readonly Readonly<Record<string, string>>[];
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly refused: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly questions: readonly (Readonly<Record<string, unknown>> & {
    readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  })[];
}

/** `file:line:column rule` of the findings that a run told of on stderr. */
export function told(err: string): readonly string[] {
  return [...err.matchAll(/^(\S+:\d+\S*)(?: \(.*\))? {2}(error|warning|info) {2}(\S+)$/gm)].map(
    ([, where, severity, rule]) => `${where} ${severity} ${rule}`,
  );
}
