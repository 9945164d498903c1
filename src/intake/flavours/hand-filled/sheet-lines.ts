import { suggest } from '../../../finding/suggest.js';
import type { SourceCell, SourceRow } from '../../columns/layout.js';
import type { NameIndex } from '../../columns/name-index.js';
import type { Target } from '../../columns/targets.js';
import { isBlankCell } from '../../rows/special-cells.js';
import { headingText, namesOf } from '../heading-text.js';
import { isAside, isComments, isQuestionHeading } from './beside.js';

/** A cell that says what stands beside it. */
export interface Label {
  readonly line: SourceRow;
  /** Its column, from 0. */
  readonly at: number;
  readonly text: string;
  /** What it can be called, the surest first: with the grid that it stands below, and by itself. */
  readonly known: readonly string[];
  readonly target: Target | undefined;
  /** The cells up to the next label, where several may stand in one line. */
  readonly values: readonly { readonly at: number; readonly cell: SourceCell }[] | undefined;
  /** Whether it is but the heading of what stands below it. */
  readonly isHeading: boolean;
}

/** The lines of a sheet with its questions one below the other. */
export interface SheetLines {
  /** The column of the questions, from 0. */
  readonly at: number;
  readonly labels: readonly Label[];
  /** The lines above the questions that say nothing of who answers: titles and headings. */
  readonly above: readonly SourceRow[];
  /** Whether a label without a meaning is nearly one with a meaning, and so a mistake and no heading. */
  readonly isNear: (label: Label) => boolean;
}

export function sheetLines(lines: readonly SourceRow[], names: NameIndex): SheetLines {
  const at = questionColumn(lines, names);
  const first = lines.findIndex(({ cells }) => targetOf(namesOf(cells[at]), names)?.kind === 'question');
  const head = lines.slice(0, Math.max(first, 0)).map((line) => ({ line, labels: headLabels(line, names) }));
  const above = head.flatMap(({ line, labels }) => (labels.length === 0 ? [line] : []));
  const headed = head.flatMap(({ line, labels }) =>
    labels.length > 0 ? labels : plainLabel(line, at, names),
  );
  return {
    at,
    above,
    labels: [...headed, ...questionLabels(lines.slice(Math.max(first, 0)), at, names)],
    isNear: ({ text }) => suggest(text, names.texts) !== undefined,
  };
}

/** The column that names the most questions. */
function questionColumn(lines: readonly SourceRow[], names: NameIndex): number {
  const named = new Map<number, Set<Target>>();
  for (const { cells } of lines) {
    for (const [at, cell] of cells.entries()) {
      const target = targetOf(namesOf(cell), names);
      if (target?.kind === 'question') named.set(at, (named.get(at) ?? new Set()).add(target));
    }
  }
  let best = 0;
  for (const [at, targets] of named) if (targets.size > (named.get(best)?.size ?? 0)) best = at;
  return best;
}

interface HeadLabel {
  readonly at: number;
  readonly text: string;
  readonly target: Target;
  /** What stands in the cell itself, behind a colon. */
  readonly written: string | undefined;
}

/** The labels of a line above the questions: `Authority: | Northbridge | Department: | Housing`, or `Authority: Northbridge`. */
function headLabels(line: SourceRow, names: NameIndex): readonly Label[] {
  const found = line.cells.flatMap((cell, at): readonly HeadLabel[] => {
    const text = headingText(cell);
    const target = aboutResponse(text, names);
    if (target !== undefined) return [{ at, text, target, written: undefined }];
    const [, label = '', written = ''] = /^([^:]+):\s*(.+)$/.exec(text) ?? [];
    const named = aboutResponse(label, names);
    return named === undefined ? [] : [{ at, text: label, target: named, written }];
  });
  return found.map(({ at, text, target, written }, nth): Label => {
    const end = found[nth + 1]?.at ?? line.cells.length;
    const values =
      written === undefined
        ? line.cells.slice(at + 1, end).map((cell, behind) => ({ at: at + 1 + behind, cell }))
        : [{ at, cell: written }];
    return { line, at, text, known: [text], target, values, isHeading: false };
  });
}

function aboutResponse(text: string, names: NameIndex): Target | undefined {
  const target = text === '' ? undefined : names.find(text);
  return target?.kind === 'profile' || target?.kind === 'meta' ? target : undefined;
}

/** A line above the questions whose label says nothing that is known. */
function plainLabel(line: SourceRow, at: number, names: NameIndex): readonly Label[] {
  const text = headingText(line.cells[at]);
  if (text === '') return [];
  const known = namesOf(line.cells[at]);
  const target = targetOf(known, names);
  return [{ line, at, text, known, target, values: undefined, isHeading: isHeader(line, text) }];
}

/** Whether it is the line that says what stands in which column. */
function isHeader({ cells }: SourceRow, text: string): boolean {
  const texts = cells.map(headingText);
  return isQuestionHeading(text) || texts.some((cell) => isComments(cell) || isAside(cell));
}

/** From the first question on: a line without answers may be the heading of a grid, whose rows stand below it. */
function questionLabels(lines: readonly SourceRow[], at: number, names: NameIndex): readonly Label[] {
  let section = '';
  return lines.flatMap((line): readonly Label[] => {
    const cell = line.cells[at];
    const text = headingText(cell);
    if (text === '') return [];
    const own = namesOf(cell);
    const known = section === '' ? own : [`${section} [${text}]`, ...own];
    const target = targetOf(known, names);
    if (target === undefined && line.cells.slice(at + 1).every(isBlankCell)) section = text;
    return [{ line, at, text, known, target, values: undefined, isHeading: false }];
  });
}

function targetOf(known: readonly string[], names: NameIndex): Target | undefined {
  for (const name of known) {
    const target = name === '' ? undefined : names.find(name);
    if (target !== undefined) return target;
  }
  return undefined;
}
