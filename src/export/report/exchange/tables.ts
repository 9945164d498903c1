import { change, named, reasoned, score, text } from '../model/columns.js';
import type { ReportColumn, ReportTable } from '../model/report.js';
import { type Words, words } from '../model/words.js';
import type { TableRecord } from '../source/records.js';
import type { ReportSource } from '../source/source.js';
import { unitWords } from '../source/unit-words.js';

export const dimensionColumn = named('title', 'Dimension');

/** Where somebody stands, and wants to stand. */
export function wantColumns(digits: number): readonly ReportColumn[] {
  return [score('score', 'Score', digits), score('target', 'Target', digits), change('rise', 'Rise', digits)];
}

/** A practice and whom to ask are not told in what is released. */
export function practiceColumns({ settings }: Pick<ReportSource, 'settings'>): readonly ReportColumn[] {
  return settings.forRelease ? [] : [text('practice', 'Practice'), text('contact', 'Whom to ask')];
}

/** Records below the dimension that they are of. */
export function recordsTable(
  { id, caption, columns, notes }: Pick<ReportTable, 'id' | 'caption' | 'columns' | 'notes'>,
  records: readonly TableRecord[],
): ReportTable {
  const all = [dimensionColumn, ...columns];
  return {
    id,
    caption,
    columns: all,
    groupedBy: dimensionColumn.key,
    rows: records.map(({ cell }) =>
      all.map(({ key, kind }) => (kind === 'score' ? reasoned(cell(key), 'insufficient') : cell(key))),
    ),
    notes,
  };
}

/** How those who want to rise came to those who offer. */
export function pointedNote(source: ReportSource): Words {
  return words`Only practices that may be shared. Each is pointed to three of them at most: those of ${unitWords(source).several} of its own kind first, and then those of who stands highest.`;
}
