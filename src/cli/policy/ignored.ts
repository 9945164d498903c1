import { type Finding, finding, ruleIdOf } from '../../finding/finding.js';
import { type IgnoreComments, ignoreComments } from '../../questionnaire/ignore-comments.js';
import type { RuleNames } from '../../questionnaire/rule-names.js';

/** Takes out the findings that comments ignore, and adds what is wrong with the comments of the checked files. */
export function withoutIgnored(
  findings: readonly Finding[],
  checked: readonly string[],
  partly: ReadonlySet<string>,
  textOf: (file: string) => string | undefined,
  names: RuleNames,
): readonly Finding[] {
  const comments = new Map<string, IgnoreComments>();
  for (const file of [...checked, ...findings.map(({ file }) => file)]) {
    if (!comments.has(file)) comments.set(file, ignoreComments(file, textOf(file) ?? '', names));
  }
  const used = new Set<object>();
  const kept = findings.filter((found) => {
    const { file, range } = found;
    const rule = ruleIdOf(found);
    const ignore = comments
      .get(file)
      ?.ignores.find((each) => each.rule === rule && each.line === range?.start.line);
    if (ignore !== undefined) used.add(ignore);
    return ignore === undefined;
  });
  const added = [...new Set(checked)].flatMap((file): readonly Finding[] => {
    const { ignores = [], findings = [] } = comments.get(file) ?? {};
    const unused = partly.has(file) ? [] : ignores.filter((ignore) => !used.has(ignore));
    return [
      ...findings,
      ...unused.map(({ rule, range }) => finding('ignore-unused', { file, path: [], range }, { rule })),
    ];
  });
  return [...kept, ...added];
}
