/** What became of answers that were given elsewhere. */
export interface CarryCounts {
  /** Blanks that were filled in. */
  readonly filled: number;
  /** Responses in which any were. */
  readonly responses: number;
  /** Answers that say the same as elsewhere. */
  readonly same: number;
  /** Answers that say something else, and stay. */
  readonly different: number;
  /** Blanks that stay, since several responses elsewhere say different things. */
  readonly tied: number;
  /** Responses of units that answered nothing elsewhere. */
  readonly without_unit: number;
}
