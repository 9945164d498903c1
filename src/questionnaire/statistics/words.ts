/** The words of a text: runs of letters, digits and apostrophes. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

/** How many words some texts have. */
export function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsIn(text).length, 0);
}
