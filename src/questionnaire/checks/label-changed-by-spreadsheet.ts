import { askedIn, within } from './asked.js';
import { defineRule } from './check-rule.js';
import { labelSets } from './labelled.js';

/** Labels and ids that do not survive being typed into a spreadsheet, or opened in one. */
export const labelChangedBySpreadsheet = defineRule({
  id: 'label-changed-by-spreadsheet',
  reason: `Forms go out and come back as spreadsheets, and a spreadsheet that opens a CSV file, or into which
somebody types, turns what looks like a date, a time, a number, a truth value or a formula into one. \`1-2\` comes back as the
first of February, \`3/4\` as the third of April, \`007\` as 7, and the answer is no longer recognised.`,
  bad: `- id: staff
  text: How many staff work on it?
  type: choice
  options:
    - { id: few, label: 1-2 }
    - { id: many, label: 3 or more }`,
  good: `- id: staff
  text: How many staff work on it?
  type: choice
  options:
    - { id: few, label: 1 to 2 }
    - { id: many, label: 3 or more }`,
  *check(context) {
    for (const { labels, kind } of labelSets(context)) {
      for (const { id, label, place } of labels) {
        const becomes = changed(label);
        if (becomes !== undefined) {
          yield { place: place('label'), args: { what: `${kind} label`, label, becomes } };
          continue;
        }
        const idBecomes = kind === 'level' ? undefined : changed(id);
        if (idBecomes !== undefined) {
          yield { place: place('id'), args: { what: `${kind} id`, label: id, becomes: idBecomes } };
        }
      }
    }
    for (const { question, origin } of askedIn(context.questionnaire)) {
      if (question.type !== 'level') continue;
      for (const [level, label] of question.wording) {
        const becomes = changed(label);
        if (becomes === undefined) continue;
        const place = context.locator.place(within(origin, 'levels', level));
        yield { place, args: { what: 'level wording', label, becomes } };
      }
    }
  },
});

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}';

/** What Excel and LibreOffice make of a text in a cell without a format. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^(?:true|false)$/i, 'a truth value'],
  [/^(?:[=@]|[+-](?![\d.]*$)).*\S/, 'a formula, or refuse it as one'],
  [/^\+[\d.]+$/, 'a number without its sign'],
  [/^[+-]?\d+\.\d*0$/, 'a number without its last zeros'],
  [/^\d{1,3}(?:,\d{3})+$/, 'a number without its commas'],
  [/^[+-]?0\d+$/, 'a number without its leading zeros'],
  [/^\d+(?:\.\d+)?e[+-]?\d+$/i, 'a number with an exponent'],
  [/^\d+(?:[.,]\d+)? ?%$/, 'a fraction'],
  [/^\d{1,2} ?[-/] ?\d{1,2}$/, 'a date'],
  [/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/, 'a date'],
  [/^\d{1,2} ?[-/] ?\d{4}$/, 'a date'],
  [new RegExp(`^\\d{1,2}[- /]?${month}(?:[- /]?\\d{2,4})?$`, 'i'), 'a date'],
  [new RegExp(`^${month}[- /]?\\d{1,4}$`, 'i'), 'a date'],
  [/^\d{1,2}:\d{2}(?::\d{2})?$/, 'a time of day'],
];

function changed(text: string): string | undefined {
  // Hardly any label begins so, or is that short.
  if (!/^[-+=@\d]|^[tfjasondm]/i.test(text) || (text.length > 20 && /^\w/.test(text))) return undefined;
  return forms.find(([form]) => form.test(text.trim()))?.[1];
}
