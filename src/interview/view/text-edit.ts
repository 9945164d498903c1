import { characters } from '../../export/text/width.js';

/** A text that is being written, and where in it: in UTF-16 units. */
export interface TextEdit {
  readonly text: string;
  readonly at: number;
}

export function editOf(text: string): TextEdit {
  return { text, at: text.length };
}

/** Line ends as one character, and no controls: nobody means to write them. */
export function cleaned(pasted: string): string {
  return pasted
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '');
}

export function inserted({ text, at }: TextEdit, more: string): TextEdit {
  return { text: text.slice(0, at) + more + text.slice(at), at: at + more.length };
}

/** Deletes between where one is and another place. */
function without({ text, at }: TextEdit, other: number): TextEdit {
  const [from, to] = [Math.min(at, other), Math.max(at, other)];
  return { text: text.slice(0, from) + text.slice(to), at: from };
}

/** The character before and the character behind, as a person counts them. */
function before({ text, at }: TextEdit): number {
  return characters(text.slice(0, at)).at(-1)?.at ?? 0;
}

function behind({ text, at }: TextEdit): number {
  return at + (characters(text.slice(at))[0]?.text.length ?? 0);
}

function wordBefore({ text, at }: TextEdit): number {
  return text.slice(0, at).replace(/\S+\s*$/u, '').length;
}

function wordBehind({ text, at }: TextEdit): number {
  return at + (/^\s*\S+/u.exec(text.slice(at))?.[0].length ?? text.length - at);
}

function lineStart({ text, at }: TextEdit): number {
  return text.slice(0, at).lastIndexOf('\n') + 1;
}

function lineEnd({ text, at }: TextEdit): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What keys do in a text, by the name of the key; the same in one line and in many. */
const edits: Readonly<Record<string, (edit: TextEdit) => TextEdit>> = {
  left: (edit) => ({ ...edit, at: before(edit) }),
  right: (edit) => ({ ...edit, at: behind(edit) }),
  home: (edit) => ({ ...edit, at: lineStart(edit) }),
  end: (edit) => ({ ...edit, at: lineEnd(edit) }),
  'ctrl+left': (edit) => ({ ...edit, at: wordBefore(edit) }),
  'ctrl+right': (edit) => ({ ...edit, at: wordBehind(edit) }),
  backspace: (edit) => without(edit, before(edit)),
  delete: (edit) => without(edit, behind(edit)),
  'ctrl+w': (edit) => without(edit, wordBefore(edit)),
  'ctrl+u': (edit) => without(edit, lineStart(edit)),
  'ctrl+k': (edit) => without(edit, lineEnd(edit)),
};

/** The text after a key that moves in it or deletes from it; nothing where the key does neither. */
export function edited(edit: TextEdit, key: string): TextEdit | undefined {
  return edits[key]?.(edit);
}
