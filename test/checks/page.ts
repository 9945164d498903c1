import { checkRules } from '../../src/finding/catalogue/checks.js';
import { fixes } from '../../src/questionnaire/fixes/registry.js';
import type { checks } from '../../src/rubric/checks/registry.js';

type Described = Pick<(typeof checks)['no-example'], 'id' | 'reason' | 'bad' | 'good'>;

/** The page on the rules: what each looks for, why, and an example of it. */
export function page(rules: readonly Described[]): string {
  return [
    '<!-- Generated from src/questionnaire/checks and src/rubric/checks; `npx vitest run test/checks -u` writes it anew. -->',
    '# Rules',
    `What \`milepost check\` looks for in a questionnaire that could be used as it is. Each rule has a severity, a
reason, and a part of a questionnaire before and after. What makes a questionnaire unusable is in [findings](findings.md).`,
    [
      '| rule | severity | mended by `--fix` |',
      '| --- | --- | --- |',
      ...rules.map(({ id }) => {
        const mended = fixes[id] === undefined ? '' : 'yes';
        return `| [${id}](#${id}) | ${checkRules[id].severity} | ${mended} |`;
      }),
    ].join('\n'),
    ...rules.map(section),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section({ id, reason, bad, good }: Described): string {
  return [
    `## ${id}`,
    `**${checkRules[id].severity}** · ${reason.replace(/\s+/g, ' ')}`,
    ...(fixes[id] === undefined ? [] : [`*--fix:* ${fixes[id].does}`]),
    'Bad:',
    fenced(bad),
    'Good:',
    fenced(good),
  ].join('\n\n');
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}
