import { helpOf, textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { UsageError } from '../usage-error.js';

/** Why a table that goes beside answers, as a unit register, cannot be read: it is CSV, and no workbook. */
export function noTable(file: string, why: Finding): UsageError {
  const isWorkbook = why.rule === 'file-not-utf8' && /\.(xlsx|xlsm|xls|ods)$/i.test(file);
  return isWorkbook
    ? new UsageError(
        `${file} looks by its name like a workbook, and this table is read from CSV`,
        'Save its sheet as CSV, in UTF-8, and name that.',
      )
    : new UsageError(`${file}: ${textOf(why)}`, helpOf(why));
}
