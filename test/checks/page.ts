import { catalogue } from '../../src/finding/catalogue.js';
import type { RuleDescription } from '../../src/questionnaire/checks/rule-description.js';
import { fixes } from '../../src/questionnaire/fixes/registry.js';

/** The page on the rules: what each looks for, why, and an example of it. */
export function page(rules: readonly RuleDescription[]): string {
  return [
    '<!-- Generated from src/questionnaire/checks and src/rubric/checks; `npx vitest run test/checks -u` writes it anew. -->',
    '# Rules',
    `What \`milepost check\` looks for in a questionnaire, beyond slips that explain themselves. Each rule has a severity, a
reason, and a part of a questionnaire before and after. Every problem that can be told of, these among them, is in [findings](findings.md).`,
    [
      '| rule | severity | mended by `--fix` |',
      '| --- | --- | --- |',
      ...rules.map(({ id }) => {
        const mended = fixes[id] === undefined ? '' : 'yes';
        return `| [${id}](#${id}) | ${catalogue[id].severity} | ${mended} |`;
      }),
    ].join('\n'),
    ...rules.map(section),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section({ id, reason, bad, good }: RuleDescription): string {
  return [
    `## ${id}`,
    `**${catalogue[id].severity}** · ${reason.replace(/\s+/g, ' ')}`,
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
