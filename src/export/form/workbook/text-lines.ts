import { characters, displayWidth } from '../../text/width.js';

/** How letters are set: their size in points, and how much wider bold ones run. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

/** A line of a wrapped text, and what stands between it and the line before in the text itself. */
export interface TextLine {
  readonly text: string;
  readonly before: '' | ' ' | '\n';
}

/** Of the signs from a space to `~`, in thousandths of a letter's size: the metrics that Arial and its likes share. */
const advances = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const digit = 556;
/** The letters that a column's width is counted in. */
const standardSize = 10;
const boldness = 1.08;
/** Programs round what letters take, each in its own way. */
const margin = 0.98;

/** The lines of a text in a cell that is so many digits wide; broken at spaces, and within a word that is longer. */
export function textLines(text: string, width: number, { size, bold }: Lettering): readonly TextLine[] {
  const room = (width * digit * margin * standardSize) / size / (bold ? boldness : 1);
  return text.split('\n').flatMap((paragraph, at) => paragraphLines(paragraph, room, at === 0 ? '' : '\n'));
}

function paragraphLines(paragraph: string, room: number, before: TextLine['before']): readonly TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine = { text: '', before };
  let used = 0;
  for (const [at, word] of paragraph.split(' ').entries()) {
    const width = advance(word);
    const gap = at === 0 ? '' : ' ';
    if (used + advance(gap) + width <= room || (used === 0 && width <= room)) {
      line = { ...line, text: line.text + gap + word };
      used += advance(gap) + width;
      continue;
    }
    if (used > 0) {
      lines.push(line);
      line = { text: '', before: ' ' };
      used = 0;
    }
    for (const { text: sign } of characters(word)) {
      const wide = advance(sign);
      if (used > 0 && used + wide > room) {
        lines.push(line);
        line = { text: '', before: '' };
        used = 0;
      }
      line = { ...line, text: line.text + sign };
      used += wide;
    }
  }
  return [...lines, line];
}

function advance(text: string): number {
  let sum = 0;
  for (const sign of text) {
    sum += advances[sign.charCodeAt(0) - 32] ?? displayWidth(sign) * digit;
  }
  return sum;
}
