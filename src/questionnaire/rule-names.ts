/** The rules that a config or a comment may name. */
export interface RuleNames {
  readonly ids: ReadonlySet<string>;
  /** Whether the rules of all modules are among them; if not, an id with a `/` may be one of those. */
  readonly isComplete: boolean;
}

export function isRuleName(id: string, { ids, isComplete }: RuleNames): boolean {
  return ids.has(id) || (!isComplete && id.includes('/'));
}
