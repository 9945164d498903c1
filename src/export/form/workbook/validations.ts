import { element } from '../../workbook/xml.js';
import { a1, type Check, type Sheet } from './layout.js';
import type { Lists } from './lists.js';

/** The most characters that a cell's prompt, or its word on what is wrong, may have. */
const longest = 255;

/** The rules of a sheet's cells: drop-downs, limits, and what is said when a cell is entered. */
export function validationsXml({ rows }: Sheet, lists: Lists): string {
  const rules = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const check = cell?.reads?.check;
      return check === undefined ? [] : (ruleXml(check, a1({ row, column }), lists) ?? []);
    }),
  );
  return rules.length === 0 ? '' : element('dataValidations', { count: rules.length }, rules.join(''));
}

function ruleXml(check: Check, cell: string, lists: Lists): string | undefined {
  const said = check.prompt === undefined ? {} : { showInputMessage: 1, prompt: shortened(check.prompt) };
  const rule = (type: string, formula: string, error: string, rest: Readonly<Record<string, string>> = {}) =>
    element(
      'dataValidation',
      {
        type,
        ...rest,
        allowBlank: 1,
        showErrorMessage: 1,
        errorTitle: 'Not one of the answers',
        error: shortened(error),
        ...said,
        sqref: cell,
      },
      element('formula1', {}, undefined, formula),
    );
  switch (check.kind) {
    case 'anything':
      return check.prompt === undefined
        ? undefined
        : element('dataValidation', { allowBlank: 1, ...said, sqref: cell });
    case 'list': {
      if (check.words.length === 0) return undefined;
      const range = lists.rangeOf(check.words);
      return check.only
        ? rule('list', range, 'Please choose from the list, or leave the cell blank.')
        : element(
            'dataValidation',
            { type: 'list', allowBlank: 1, ...said, sqref: cell },
            element('formula1', {}, undefined, range),
          );
    }
    case 'number': {
      const limits = [
        `ISNUMBER(${cell})`,
        ...(check.min === undefined ? [] : [`${cell}>=${check.min}`]),
        ...(check.max === undefined ? [] : [`${cell}<=${check.max}`]),
        ...(check.integer ? [`${cell}=INT(${cell})`] : []),
      ];
      return rule(
        'custom',
        orWord(cell, limits, check.words, lists),
        `Please write: ${check.prompt ?? kindOf(check)}.`,
      );
    }
    case 'date': {
      const limits = [
        `ISNUMBER(${cell})`,
        ...(check.min === undefined ? [] : [`${cell}>=${dateFormula(check.min)}`]),
        ...(check.max === undefined ? [] : [`${cell}<=${dateFormula(check.max)}`]),
      ];
      return rule(
        'custom',
        orWord(cell, limits, check.words, lists),
        `Please write: ${check.prompt ?? 'a date'}.`,
      );
    }
    case 'length':
      return rule('textLength', String(check.most), `At most ${check.most} characters fit here.`, {
        operator: 'lessThanOrEqual',
      });
  }
}

function kindOf({ integer, min }: Check & { readonly kind: 'number' }): string {
  return `${integer ? 'a whole number' : 'a number'}${min === undefined ? '' : ` from ${min}`}`;
}

/** True for a number within limits, and for each of the words. */
function orWord(cell: string, limits: readonly string[], words: readonly string[], lists: Lists): string {
  const otherwise = words.length === 0 ? 'FALSE()' : `ISNUMBER(MATCH(${cell},${lists.rangeOf(words)},0))`;
  return `IF(ISNUMBER(${cell}),AND(${limits.join(',')}),${otherwise})`;
}

function dateFormula(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return `DATE(${year},${month},${day})`;
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
