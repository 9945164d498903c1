/** Why a question is to be asked again; docs/format.md says what each means. */
export const askAgainReasons = [
  'changed',
  'decided',
  'unmapped',
  'not_valid',
  'not_permitted',
  'required',
] as const;
export type AskAgainReason = (typeof askAgainReasons)[number];

/** What a migration leaves to be asked: why, and what was said before as far as it is not among the answers. */
export interface AskAgain {
  readonly because: AskAgainReason;
  /** The version in which it was said. */
  readonly version?: string;
  /** The question's id in that version, where it was another. */
  readonly question?: string;
  /** In the shape of an answer of that version. */
  readonly was?: Readonly<Record<string, unknown>>;
}
