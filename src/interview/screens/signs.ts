/** What is drawn besides texts, in Unicode or in ASCII. */
export interface Signs {
  readonly ellipsis: string;
  readonly focus: string;
  /** What can be chosen, one of several or some of several, and whether it is. */
  readonly one: readonly [chosen: string, not: string];
  readonly some: readonly [chosen: string, not: string];
  /** The part of a way that is gone, and the rest of it. */
  readonly way: readonly [gone: string, rest: string];
  readonly bar: string;
  readonly between: string;
  readonly above: string;
  readonly below: string;
  readonly warning: string;
  readonly left: string;
  readonly right: string;
  readonly up: string;
  readonly down: string;
  readonly state: Readonly<
    Record<'value' | 'unanswered' | 'dont_know' | 'not_applicable' | 'refused', string>
  >;
}

const unicodeSigns: Signs = {
  ellipsis: '…',
  focus: '›',
  one: ['●', '○'],
  some: ['[x]', '[ ]'],
  way: ['━', '─'],
  bar: '█',
  between: ' · ',
  above: '▲',
  below: '▼',
  warning: '!',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  state: { value: '●', unanswered: '○', dont_know: '?', not_applicable: '–', refused: '×' },
};

const asciiSigns: Signs = {
  ellipsis: '...',
  focus: '>',
  one: ['(*)', '( )'],
  some: ['[x]', '[ ]'],
  way: ['=', '-'],
  bar: '#',
  between: ' | ',
  above: '^',
  below: 'v',
  warning: '!',
  left: 'Left',
  right: 'Right',
  up: 'Up',
  down: 'Down',
  state: { value: '*', unanswered: 'o', dont_know: '?', not_applicable: '-', refused: 'x' },
};

export function signsOf(unicode: boolean): Signs {
  return unicode ? unicodeSigns : asciiSigns;
}
