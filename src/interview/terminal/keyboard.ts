import { type KeyPress, keyPressOf } from '../keys/key-press.js';

/** Makes key presses of what readline tells, and one paste of all that lies between a paste's start and its end. */
export interface Keyboard {
  /** The key that was pressed; nothing in the middle of a paste. */
  readonly take: (event: object) => KeyPress | undefined;
}

export function keyboard(): Keyboard {
  let pasted: string[] | undefined;
  return {
    take: (event) => {
      const key = {
        name: 'name' in event && typeof event.name === 'string' ? event.name : undefined,
        sequence: 'sequence' in event && typeof event.sequence === 'string' ? event.sequence : undefined,
        ctrl: 'ctrl' in event && event.ctrl === true,
        meta: 'meta' in event && event.meta === true,
        shift: 'shift' in event && event.shift === true,
      };
      if (key.name === 'paste-start') {
        pasted = [];
        return undefined;
      }
      if (pasted === undefined) return keyPressOf(key);
      if (key.name !== 'paste-end') {
        pasted.push(key.sequence ?? '');
        return undefined;
      }
      const text = pasted.join('');
      pasted = undefined;
      return { kind: 'paste', text };
    },
  };
}
