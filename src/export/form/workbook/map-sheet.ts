import { packedDefinition } from '../../../response/form/form-definition.js';
import { formMap } from '../../../response/form/form-map.js';
import type { Form } from '../form.js';
import { a1, type Position, type Reads, type Row, type Sheet, shown } from './layout.js';

/** A cell that is read, and where it stands. */
export interface MappedCell extends Pick<Reads, 'target' | 'option'> {
  readonly sheet: string;
  readonly at: Position;
  /** The name that stays with the cell when its sheet is renamed. */
  readonly name: string;
}

/** Every cell of some sheets that something is read from. */
export function mappedCells(sheets: readonly Sheet[]): readonly MappedCell[] {
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): MappedCell[] => {
        if (cell?.reads === undefined) return [];
        const { target, option } = cell.reads;
        const base = { target, sheet: sheet.name, at: { row, column } };
        return [
          option === undefined
            ? { ...base, name: `mp_${target}` }
            : { ...base, option, name: `mp_${target}.${option}` },
        ];
      }),
    ),
  );
}

/** The sheet that an importer needs to read the answers of a form: what form it is, and which cell holds what. */
export function mapSheet(form: Form, sheets: readonly Sheet[]): Sheet {
  const { questionnaire, digest, kind, wave } = form;
  const facts: readonly (readonly string[])[] = [
    ['milepost', formMap.version],
    ['form', kind],
    ['questionnaire', questionnaire.id],
    ['version', questionnaire.version],
    ['digest', digest],
    ...(wave === undefined ? [] : [['wave', wave]]),
    [formMap.definition, ...packedDefinition(questionnaire)],
  ];
  const cells = mappedCells(sheets).map(({ target, option = '', sheet, at, name }) => [
    target,
    option,
    sheet,
    a1(at),
    name,
  ]);
  const row = (texts: readonly string[]): Row => texts.map((text) => shown('plain', text));
  return {
    name: formMap.sheet,
    hidden: true,
    widths: [40, 24, 32, 10, 40],
    rows: [...facts.map(row), [], row(formMap.columns), ...cells.map(row)],
    highlights: [],
  };
}
