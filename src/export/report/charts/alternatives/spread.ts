import { figure } from '../figures.js';
import type { SpreadRow } from '../spread.js';
import { difference, fromTo, greatest } from './words.js';

export function spreadAlternative(rows: readonly SpreadRow[], digits: number | undefined): string {
  const scored = rows.filter(({ points }) => points.length > 0);
  if (scored.length === 0) return 'Nothing has a score.';
  const placed = scored.flatMap((row) => {
    const own = row.points.find(({ isOwn }) => isOwn);
    return own === undefined ? [] : [{ label: row.label, row, own }];
  });
  return placed.length > 0 ? ownPlace(placed, digits) : widths(scored, digits);
}

type Placed = {
  readonly label: string;
  readonly row: SpreadRow;
  readonly own: { readonly label: string; readonly value: number };
};

function ownPlace(placed: readonly Placed[], digits: number | undefined): string {
  const compared = placed.filter(({ row }) => row.median !== undefined);
  const above = compared.filter(({ row, own }) => own.value > (row.median ?? 0));
  const highest = greatest(placed, ({ own }) => own.value);
  const lowest = greatest(placed, ({ own }) => -own.value);
  const name = placed[0]?.own.label ?? '';
  const places = [
    ...(compared.length === 0 ? [] : [`is above the median in ${above.length} of ${compared.length}`]),
    highest?.own.value === lowest?.own.value
      ? `has ${figure(highest?.own.value ?? 0, digits)} in ${placed.length > 1 ? 'all' : highest?.label}`
      : `is highest in ${highest?.name} (${figure(highest?.own.value ?? 0, digits)}) and lowest in ${lowest?.name} (${figure(lowest?.own.value ?? 0, digits)})`,
  ];
  return `${name} ${places.join('; it ')}.`;
}

function widths(rows: readonly SpreadRow[], digits: number | undefined): string {
  const ranges = rows.map(({ label, points }) => {
    const values = points.map(({ value }) => value);
    return { label, low: Math.min(...values), high: Math.max(...values) };
  });
  const width = ({ low, high }: { low: number; high: number }) => difference(low, high);
  const widest = greatest(ranges, width);
  const narrowest = greatest(ranges, (range) => -width(range));
  if (widest === undefined || narrowest === undefined) return '';
  const first = `${widest.name} is spread most, ${fromTo(widest.low, widest.high, digits)}`;
  return width(widest) === width(narrowest)
    ? `${widest.name} reaches ${fromTo(widest.low, widest.high, digits)}.`
    : `${first}; ${narrowest.name} least, ${fromTo(narrowest.low, narrowest.high, digits)}.`;
}
