import type { Item } from '../view/items.js';
import type { Setting } from '../view/step.js';
import { type Line, line, type Span, span, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import { type Block, item } from './page.js';

/** How an item of a list stands. */
export interface Standing {
  readonly isFocused: boolean;
  readonly isChosen: boolean;
  /** Something more behind its title: votes. */
  readonly more: string;
}

/** Things to choose from, each with its mark, its digits, its title and what it means. */
export function choiceBlocks(
  setting: Setting,
  items: readonly Item[],
  hasSeveral: boolean,
  standing: (item: Item, nth: number) => Standing,
): readonly Block[] {
  const digits = Math.max(1, ...items.map(({ key }) => key.length));
  return items.map((each, nth) => choice(setting, each, digits, hasSeveral, standing(each, nth)));
}

function choice(
  setting: Setting,
  { key, title, text }: Item,
  digits: number,
  hasSeveral: boolean,
  { isFocused, isChosen, more }: Standing,
): Block {
  const { size, signs } = setting;
  const [chosen, not] = hasSeveral ? signs.some : signs.one;
  const mark = isChosen ? chosen : not;
  const head = `${isFocused ? signs.focus : ' '} ${mark} ${key.padStart(digits)} `;
  const indent = ' '.repeat(head.length);
  const width = textWidth(size);
  const style = isFocused ? 'focus' : undefined;
  const titled = more === '' ? title : `${title}  ${more}`;
  if (isLow(size) && text !== undefined) {
    return item(...wrapped(`${titled}: ${text}`, width, style, head, indent));
  }
  const rows: Line[] = wrapped(titled, width, isFocused ? 'focus' : 'strong', head, indent);
  return item(...rows, ...(text === undefined ? [] : wrapped(text, width, style, indent)));
}

/** A row with a label and, behind it, what is said of it; cut to the width. */
export function labelled(label: string, text: string): Line {
  const pieces: Span[] = [span(`${label}: `, 'faint'), span(text.replace(/\s*\n\s*/g, ' / '))];
  return text === '' ? line(label) : pieces;
}
