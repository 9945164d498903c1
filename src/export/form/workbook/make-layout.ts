import { sheetNames } from '../../workbook/sheet-names.js';
import type { Form } from '../form.js';
import { frontSheet } from './front-sheet.js';
import type { FormLayout } from './layout.js';
import { mapSheet } from './map-sheet.js';
import { partSheet } from './part-sheet.js';

/** The workbook of a form: a front sheet, a sheet a part, and the hidden one that says what is read from where. */
export function makeLayout(form: Form): FormLayout {
  const { questionnaire } = form;
  const [front = '', ...names] = sheetNames([
    'Start',
    ...form.parts.map(({ number, dimension }) => `${number} ${dimension.title}`),
  ]);
  const parts = form.parts.map((part, i) => partSheet(form, part, names[i] ?? ''));
  const shown = [frontSheet(form, parts, front), ...parts.map(({ sheet }) => sheet)];
  return {
    title: questionnaire.title.trim(),
    language: questionnaire.language,
    sheets: [...shown, mapSheet(form, shown)],
  };
}
