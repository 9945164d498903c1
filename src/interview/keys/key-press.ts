/** A key that was pressed, by the name that the table of keys knows it by; or a text that was pasted whole. */
export type KeyPress =
  | {
      readonly kind: 'key';
      /** `a`, `3`, `?`, `enter`, `pageup`, `ctrl+b`, `shift+tab`, `f2`. */
      readonly name: string;
      /** What it writes, where it writes something. */
      readonly text?: string;
    }
  | { readonly kind: 'paste'; readonly text: string };

/** A key as Node's readline tells of it; a key such as `?` has no name there, only a sequence. */
export interface ReadlineKey {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

const others: Readonly<Record<string, string>> = { return: 'enter', escape: 'esc' };

export function keyPressOf({ name = '', sequence = '', ctrl, meta, shift }: ReadlineKey): KeyPress {
  const isWritten = ctrl !== true && meta !== true && /^\P{Cc}+$/u.test(sequence);
  if (isWritten) return { kind: 'key', name: name === 'space' ? name : sequence, text: sequence };
  const modifiers = `${ctrl === true ? 'ctrl+' : ''}${meta === true && name !== 'escape' ? 'alt+' : ''}`;
  const isShifted = shift === true && name.length > 1;
  return { kind: 'key', name: `${modifiers}${isShifted ? 'shift+' : ''}${others[name] ?? name}` };
}
