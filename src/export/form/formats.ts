import { csvForm } from './csv.js';
import type { FormFormat } from './form-format.js';
import type { FormFormatName } from './format-names.js';
import { htmlHandout } from './handout/html.js';
import { markdownHandout } from './handout/markdown.js';

const xlsx = {
  name: 'xlsx',
  extensions: ['xlsx'],
  describe: 'A workbook to fill in: a front sheet, a sheet for each part, drop-downs, progress.',
  fillable: true,
  // The library is loaded when a workbook is written, and only then.
  write: async (form) => (await import('./workbook/write.js')).workbook(form),
} satisfies FormFormat;

const byName: Readonly<Record<FormFormatName, FormFormat>> = {
  xlsx,
  csv: csvForm,
  html: htmlHandout,
  md: markdownHandout,
};

/** Every format a form can be written in. */
export const formFormats: readonly FormFormat[] = Object.values(byName);

/** The format that a file's ending asks for, in upper or lower case. */
export function formFormatForFile(path: string): FormFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return formFormats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
