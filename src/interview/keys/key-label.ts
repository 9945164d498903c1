const names: Readonly<Record<string, string>> = {
  '0-9': '0–9',
  text: 'letters',
  enter: 'Enter',
  space: 'Space',
  tab: 'Tab',
  esc: 'Esc',
  pageup: 'Page up',
  pagedown: 'Page down',
  delete: 'Delete',
  backspace: 'Backspace',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
};

/** A key as it is printed on a keyboard. */
export function keyLabel(key: string): string {
  const known = names[key];
  if (known !== undefined) return known;
  if (key.startsWith('ctrl+')) return `Ctrl-${keyLabel(key.slice(5)).toUpperCase()}`;
  if (key.startsWith('shift+')) return `Shift-${keyLabel(key.slice(6))}`;
  return /^f\d+$/.test(key) ? key.toUpperCase() : key;
}
