import type { Buffer } from 'node:buffer';
import type { Parts } from './unzip.js';

const shortestCell = '<c/>'.length;

/** How many cells the sheets of an xlsx file write down. One that is too small for so many is not looked at. */
export function xlsxCells(parts: Parts, most: number): number {
  let cells = 0;
  for (const [path, part] of parts) {
    if (part.length > most * shortestCell && /^xl\/worksheets\//i.test(path)) cells += cellTags(part);
  }
  return cells;
}

/** `<c `, `<c>` and `<c/>`, with a prefix or without. */
function cellTags(xml: Buffer): number {
  let tags = 0;
  for (let at = 1; at < xml.length; at += 1) {
    if (xml[at] !== 0x63) continue;
    const before = xml[at - 1];
    const after = xml[at + 1];
    if ((before === 0x3c || before === 0x3a) && (after === 0x20 || after === 0x3e || after === 0x2f))
      tags += 1;
  }
  return tags;
}
