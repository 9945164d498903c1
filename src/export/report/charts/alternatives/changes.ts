import type { ChangeRow } from '../changes.js';
import { figure, signed } from '../figures.js';
import { counted, difference, greatest } from './words.js';

export function changesAlternative(rows: readonly ChangeRow[], digits: number | undefined): string {
  const known = rows.flatMap(({ label, before, after, parts }) =>
    before === undefined || after === undefined
      ? []
      : [{ label, change: difference(before, after), before, after, parts }],
  );
  if (known.length === 0) return 'No change is known.';
  const rose = known.filter(({ change }) => change > 0);
  const fell = known.filter(({ change }) => change < 0);
  const counts = `${rose.length} rose, ${fell.length} fell, ${known.length - rose.length - fell.length} stayed.`;
  const most = greatest(rose, ({ change }) => change);
  const least = greatest(fell, ({ change }) => -change);
  const told = [most, least].flatMap((row) => (row === undefined ? [] : [sentence(row, digits)]));
  return [known.length > 1 ? counts : '', ...told, blank(rows.length - known.length)]
    .filter(Boolean)
    .join(' ');
}

interface Known {
  readonly name: string;
  readonly change: number;
  readonly before: number;
  readonly after: number;
  readonly parts: ChangeRow['parts'];
}

function sentence({ name, change, before, after, parts }: Known, digits: number | undefined): string {
  const way = change > 0 ? 'rose' : 'fell';
  const main = greatest(
    parts.map((part) => ({ ...part, label: part.name })),
    ({ amount }) => amount * Math.sign(change),
  );
  const mostly =
    main === undefined || main.amount * change <= 0
      ? ''
      : `, the largest part of it “${main.label}” (${signed(main.amount, digits)})`;
  return `${name} ${way} most, by ${figure(Math.abs(change), digits)}, from ${figure(before, digits)} to ${figure(after, digits)}${mostly}.`;
}

function blank(count: number): string {
  return count === 0 ? '' : `No change is known of ${counted(count, 'row', 'rows')}.`;
}
