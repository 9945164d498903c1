import { milepost, type Setting } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** A fragment with a scale `four` and an option list `kinds`. */
export const fragment = `milepost: 1
kind: fragment
scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }] }
option_lists:
  kinds: [{ id: own, label: Our own }, { id: other, label: Another }]
`;

/** A questionnaire without findings, whose only question and example are made from a scale `four` that it includes. */
export function using(include: string, { id = 'sample', more = '' } = {}): string {
  return questionnaire(`use: [${include}]
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: Q1?, scale: four }
${more}examples: [{ name: nothing answered, answers: {}, expect: { scores: {} } }]
`).replace('id: sample', `id: ${id}`);
}

/** The same with the scale in itself. */
export function standing({ id = 'sample', more = '' } = {}): string {
  const scales = 'scales: { four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }] } }\n';
  return using('x', { id, more }).replace('use: [x]\n', scales);
}

export interface Checked {
  readonly exit: number;
  /** A line a finding, in the format compact. */
  readonly lines: readonly string[];
  readonly err: string;
}

/** What `milepost check` says in the format compact. */
export async function check(args: string | readonly string[], setting: Setting): Promise<Checked> {
  const words = typeof args === 'string' ? args.split(' ') : args;
  const { exit, out, err } = await milepost(['check', '--format', 'compact', ...words], setting);
  return { exit, err, lines: out.split('\n').filter((line) => line !== '') };
}

/** The files and rules of findings, as `a.yaml:4 unknown-key`. */
export function briefly(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^(.*?):(?:(\d+):\d+:)? \w+ ([\w-]+): .*$/, '$1:$2 $3'));
}
