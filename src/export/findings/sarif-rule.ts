import { catalogue } from '../../finding/catalogue.js';
import type { Severity } from '../../finding/finding.js';
import type { PluginRule } from '../../rubric/checks/define-rule.js';
import { ruleDescriptions } from '../../rubric/checks/descriptions.js';

type Described = Pick<PluginRule, 'reason' | 'bad' | 'good'>;

export const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const described: ReadonlyMap<string, Described> = new Map(Object.entries(ruleDescriptions));
const severities: ReadonlyMap<string, Severity> = new Map(
  Object.entries(catalogue).map(([id, { severity }]) => [id, severity]),
);

/** A rule as SARIF describes it: its id in words, and where it has a reason and examples, these. */
export function sarifRule(id: string, plugins: readonly PluginRule[] = []): object {
  const own = plugins.find((rule) => rule.id === id);
  const about = own ?? described.get(id);
  const severity = own?.severity ?? severities.get(id);
  return {
    id,
    shortDescription: { text: inWords(id) },
    ...(about === undefined ? {} : { fullDescription: { text: oneLine(about.reason) }, help: help(about) }),
    ...(own?.url === undefined ? {} : { helpUri: own.url }),
    ...(severity === undefined ? {} : { defaultConfiguration: { level: sarifLevels[severity] } }),
  };
}

/** `acme/owner-named` is told as “Owner named”. */
function inWords(id: string): string {
  const words = (id.split('/').at(-1) ?? id).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function help({ reason, bad, good }: Described): object {
  const text = oneLine(reason);
  const markdown = `${text}\n\nBad:\n\n${fenced(bad)}\n\nGood:\n\n${fenced(good)}`;
  return { text: `${text}\n\nBad:\n\n${bad}\n\nGood:\n\n${good}`, markdown };
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
