import { milepost } from '../support/milepost.js';

/** A finding as `check` tells it. */
export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
}

/** What `milepost check` finds in a questionnaire, in the order of its lines. */
export async function found(text: string): Promise<readonly Found[]> {
  const { out } = await milepost('check --format compact file.yaml', { files: { 'file.yaml': text } });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^file\.yaml:(\d+):\d+: (\w+) ([\w-]+): (.*)$/.exec(line);
      return {
        rule: match?.[3] ?? line,
        severity: match?.[2] ?? '',
        line: Number(match?.[1]),
        message: match?.[4] ?? '',
      };
    });
}
