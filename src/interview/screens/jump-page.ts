import type { Setting } from '../view/step.js';
import { destinations } from '../view/stops.js';
import type { JumpView } from '../view/view.js';
import { cut, line } from './line.js';
import { textWidth } from './measure.js';
import { type Middle, withWriting } from './middle.js';
import { read, rowItem } from './page.js';
import { writingIn } from './writing.js';

/** Where to go, searched for. */
export function jumpPage(setting: Setting, view: JumpView): Middle {
  const { conversation, size, signs } = setting;
  const search = writingIn(setting, view.edit, 'Go to: ');
  const found = destinations(conversation, view.edit.text);
  const width = Math.min(size.columns, textWidth(size) + 20);
  const blocks = found.map(({ kind, nth, text }, i) =>
    rowItem(() => {
      const isFocused = i === (view.focus ?? 0);
      const mark = isFocused ? signs.focus : ' ';
      const place = nth === undefined ? '' : `${String(nth).padStart(4)}  `;
      const style = isFocused ? 'focus' : kind === 'question' ? undefined : 'strong';
      return cut(line(`${mark} ${place}${text.replace(/\s+/g, ' ')}`, style), width, signs.ellipsis);
    }),
  );
  const none = found.length === 0 ? [read(line('Nothing has these words.', 'faint'))] : [];
  const { blocks: rows, cursor } = withWriting([], search, [...blocks, ...none]);
  return { blocks: rows, ...(cursor === undefined ? {} : { cursor }) };
}
