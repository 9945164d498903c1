import { milepost, type Setting } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** A questionnaire whose parts a test replaces: every text stands in it once. */
export const small = questionnaire(`profile:
  - { id: organisation, title: Organisation, unit: true, required: true }
scales:
  four:
    levels:
      - { value: 1, label: Starting }
      - { value: 2, label: Emerging }
      - { value: 3, label: Established }
      - { value: 4, label: Leading }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Does every dataset have an owner?, scale: four }
      - { id: quality, text: How good are the data?, scale: four }
  - id: people
    title: People
    questions:
      - { id: skills, text: How skilled are your staff?, scale: four, when: answers.owner >= 2 }
      - { id: leaders, text: How well do your leaders know the matter?, scale: four }
rubric:
  range: [0, 100]
`);

/** The text with parts replaced, each of which must be there. */
export function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`there is no ${from}`);
    return so.replaceAll(from, to);
  }, text);
}

/** The kinds of change, with what they are about, as `milepost diff` tells them, without what it tells of the version. */
export async function changes(
  before: string,
  after: string,
  setting: Setting = {},
): Promise<readonly string[]> {
  const files = { 'old.yaml': before, 'new.yaml': after, ...setting.files };
  const { out } = await milepost('diff old.yaml new.yaml --format compact --fail-on never', {
    ...setting,
    files,
  });
  return out
    .split('\n')
    .map((line) => /^(.*?:\d+):\d+: \w+ ([\w-]+): /.exec(line))
    .flatMap((match) =>
      match === null || match[2] === 'version-step-due' ? [] : [`${match[1]} ${match[2]}`],
    );
}
