import type { ReturnStatus } from '../../compare/return-status.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { roundHalfUp } from '../../rubric/numerics.js';
import type { Column, Table, TableCell } from '../tables/table.js';

/** Decimals of the share that was answered. */
const digits = 4;

/** What came back: one row a unit, wave and mode. */
export function statusTable(questionnaire: Questionnaire, rows: readonly ReturnStatus[]): Table {
  const fields = unitFields(questionnaire);
  const withWave = new Set(rows.map(({ wave }) => wave)).size > 1;
  const label = (key: string, title: string): Column => ({ key, title, kind: 'label' });
  return {
    title: questionnaire.title,
    columns: [
      ...fields.map(({ id, title }) => label(id, title)),
      ...(withWave ? [label('wave', 'Wave')] : []),
      label('mode', 'Mode'),
      { key: 'status', title: 'Status', kind: 'text' },
      { key: 'responses', title: 'Responses', kind: 'count' },
      { key: 'complete', title: 'Complete', kind: 'count' },
      { key: 'answered', title: 'Answered', kind: 'share', digits },
      { key: 'first_completed', title: 'First completed', kind: 'text' },
      { key: 'last_completed', title: 'Last completed', kind: 'text' },
    ],
    rows: rows.map(({ path, wave, mode, state, responses, complete, answered, first, last }) => [
      ...fields.map((_, depth) => text(path[depth])),
      ...(withWave ? [text(wave)] : []),
      text(mode),
      text(state),
      number(responses),
      number(complete),
      answered === undefined ? { kind: 'empty' } : number(roundHalfUp(answered, digits)),
      text(first),
      text(last),
    ]),
    notes: [],
  };
}

function text(value: string | undefined): TableCell {
  return value === undefined || value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}

function number(value: number): TableCell {
  return { kind: 'number', value };
}
