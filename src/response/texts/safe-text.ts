const runs = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * A text that no spreadsheet takes for a formula: one that could be stands behind an apostrophe, and so does one that
 * looks as if it were so protected, so that `plainText` gives every text back as it was.
 */
export function safeText(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** The text that `safeText`, or a form tool that does the same, has protected. */
export function plainText(text: string): string {
  return text.charCodeAt(0) === 0x27 && runs.test(text) ? text.slice(1) : text;
}
