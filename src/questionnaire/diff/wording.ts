import { distance } from 'fastest-levenshtein';

/** What of the letters of two wordings must stand in words that both have. */
const sharedLetters = 2 / 3;
/** Which part of the letters must stay where only spelling changed. */
const keptLetters = 0.8;

/** A wording without case, punctuation and spaces: what is the same by this is the same wording. */
export function bare(text: string): string {
  return words(text).join(' ');
}

/**
 * Whether one wording is an edit of the other, so that answers still mean the same: at least two thirds of the letters
 * of both stand in words that both have, in any order; or, for a correction of spelling, at least four fifths of the
 * letters are kept. Long words so count for more than `the` and `of`. Anything else is another wording.
 */
export function isEdit(one: string, other: string): boolean {
  const [left, right] = [words(one), words(other)];
  const all = letters(left) + letters(right);
  if (all === 0) return true;
  if ((2 * letters(common(left, right))) / all >= sharedLetters) return true;
  const [a, b] = [left.join(' '), right.join(' ')];
  return 1 - distance(a, b) / Math.max(a.length, b.length) >= keptLetters;
}

function words(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function letters(some: readonly string[]): number {
  return some.reduce((sum, word) => sum + word.length, 0);
}

function common(left: readonly string[], right: readonly string[]): readonly string[] {
  const rest = [...right];
  return left.filter((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
}
