import { visible } from '../../export/text/visible.js';
import { displayWidth, padEnd, widest } from '../../export/text/width.js';
import type { Item } from '../view/items.js';
import type { Setting } from '../view/step.js';
import { type Line, line, type Span, span, widthOf, wrapped } from './line.js';
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
  const columns = {
    digits: Math.max(1, ...items.map(({ key }) => key.length)),
    title: widest(items.map(({ title }) => visible(title))),
  };
  return items.map((each, nth) => choice(setting, each, columns, hasSeveral, standing(each, nth)));
}

function choice(
  setting: Setting,
  { key, title, text }: Item,
  columns: { readonly digits: number; readonly title: number },
  hasSeveral: boolean,
  { isFocused, isChosen, more }: Standing,
): Block {
  const { size, signs } = setting;
  const [chosen, not] = hasSeveral ? signs.some : signs.one;
  const mark = isChosen ? chosen : not;
  const head = `${isFocused ? signs.focus : ' '} ${mark} ${key.padStart(columns.digits)} `;
  const indent = ' '.repeat(head.length);
  const width = textWidth(size);
  const style = isFocused ? 'focus' : undefined;
  // Bars begin in one column, where there is room for that.
  const aligned = `${head}${padEnd(visible(title), columns.title)}  ${more}`;
  const titled = more === '' ? title : `${title} ${more}`;
  if (isLow(size) && text !== undefined) {
    return item(...wrapped(`${titled}: ${text}`, width, style, head, indent));
  }
  const strong = isFocused ? 'focus' : 'strong';
  const isAligned = more !== '' && displayWidth(aligned) <= width;
  const rows = isAligned ? [line(aligned, strong)] : wrapped(titled, width, strong, head, indent);
  return item(...rows, ...(text === undefined ? [] : wrapped(text, width, style, indent)));
}

/** A row with a label and, behind it, what is said of it; cut to the width. */
export function labelled(label: string, text: string): Line {
  const pieces: Span[] = [span(`${label}: `, 'faint'), span(text.replace(/\s*\n\s*/g, ' / '))];
  return text === '' ? line(label) : pieces;
}

/** A label and what is said of it: in a row where there is room, else whole, in as many rows as it takes. */
export function labelledRows(label: string, text: string, width: number): readonly Line[] {
  const row = labelled(label, text);
  if (widthOf(row) <= width) return [row];
  return [...wrapped(`${label}:`, width, 'faint'), ...wrapped(text, width, undefined, '  ')];
}
