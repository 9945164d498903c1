import type { Finding, Path, Place } from '../../finding/finding.js';
import { columnLetter } from '../../finding/words.js';
import { visible } from '../text/visible.js';

/** Where a finding starts, in a text or in a table, as far as is known; both count from 1. */
export function pointOf({ range, cell }: Place): { readonly line?: number; readonly column?: number } {
  return range?.start ?? cell ?? {};
}

/**
 * For a person: `file.yaml:4:9`, `returns.csv:17:D (data_owner)`, `file.json (answers.data_owner)`, and as spreadsheets
 * write it `returns.xlsx!Data!D17 (data_owner)`.
 */
export function whereForPeople(finding: Finding): string {
  const { range, cell, path = [] } = finding;
  const name = range === undefined ? (cell?.name ?? writtenPath(path)) : '';
  return visible(`${pointForPeople(finding)}${name === '' ? '' : ` (${name})`}`);
}

function pointForPeople(finding: Finding): string {
  const { file, range, cell } = finding;
  const { line, column } = pointOf(finding);
  const place = range === undefined && column !== undefined ? columnLetter(column) : column;
  return cell?.sheet === undefined
    ? inFile(finding, line, place)
    : `${file}!${cell.sheet}!${place ?? ''}${line ?? ''}`;
}

/** For a program: `file.yaml:4:9`, `returns.csv:17:4`. */
export function whereForPrograms(place: Place): string {
  const { line, column } = pointOf(place);
  return visible(inFile(place, line, column));
}

const shownAtMost = 5;

/** `included by a.yaml, b.yaml`, for a finding that was found through other files. */
export function includedBy({ includedBy: files = [] }: Finding): string | undefined {
  if (files.length === 0) return undefined;
  const more = files.length - shownAtMost;
  const shown = files.slice(0, shownAtMost).join(', ');
  return visible(`included by ${shown}${more > 0 ? ` and ${more} more` : ''}`);
}

function inFile({ file, cell }: Place, ...point: readonly (number | string | undefined)[]): string {
  const sheet = cell?.sheet === undefined ? '' : ` [${cell.sheet}]`;
  return [file + sheet, ...point.filter((part) => part !== undefined)].join(':');
}

function writtenPath(path: Path): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');
}
