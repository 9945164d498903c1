import { unitFields } from '../../../questionnaire/questionnaire.js';
import { modes } from '../../../response/response.js';
import { durationText, type Form, type FormField } from '../form.js';
import { barrierWords, modeWords } from '../words.js';
import { fieldCheck, fieldContent } from './checks.js';
import { a1, type Cell, type Content, contentOf, quoted, type Row, type Sheet, shown } from './layout.js';
import type { PartSheet } from './part-sheet.js';
import { states } from './state.js';

/** The columns: what it is, the thing itself, and two for states and counts. */
const value = 1;
const state = 2;
const widths = [26, 76, 14, 14];

/** The first sheet: what it is about, for whom, who fills it in, and how far it is. */
export function frontSheet(form: Form, parts: readonly PartSheet[], name: string): Sheet {
  const { questionnaire, kind } = form;
  const about: Row[] = [
    [{ ...shown('title', questionnaire.title.trim()), span: widths.length }],
    ...(kind === 'open'
      ? [pair('Follow-up', 'Only what was left open or not known. Everything else stays as it was returned.')]
      : []),
    ...pairs('About', questionnaire.description),
    ...pairs('For', addressee(form)),
    ...pairs('Who sees the answers', questionnaire.notice),
    pair('How long', durationText(form.duration)),
    pair('How to fill it in', howTo),
    ...(form.duration.carried === 0 ? [] : [pair('Brought over', broughtOver)]),
    ...pairs('Barriers to choose from', asksBarriers(form) ? barrierList(form) : undefined),
  ];
  const who: Row[] = [
    [shown('heading', 'Who answers'), shown('heading', undefined), shown('heading', undefined)],
    ...form.profile.map((field, i) => fieldRow(field, about.length + 2 + i)),
    ...returnRows(form),
  ];
  // Progress, the fields, a blank row and the heading of the table stand before the first part.
  const first = about.length + 1 + who.length + 2;
  const table = parts.map(({ sheet, answered, open }, i): Row => {
    const description = form.parts[i]?.dimension.description?.trim();
    const title = form.parts[i]?.dimension.title.trim() ?? sheet.name;
    const text = description === undefined ? title : `${title}: ${description}`;
    return [
      shown('label', sheet.name),
      shown('text', text),
      { look: 'state', content: answered },
      { look: 'state', content: open },
    ];
  });
  return {
    name,
    hidden: false,
    widths,
    rows: [
      ...about,
      [shown('label', 'Progress'), { look: 'label', content: progress(parts, first) }],
      ...who,
      [],
      ['Sheet', 'What it asks about', 'Answered', 'Still open'].map((title) => shown('header', title)),
      ...table,
    ],
    highlights: [
      {
        from: { row: about.length + 2, column: value },
        to: { row: about.length + who.length, column: state },
        formula: `LEFT($${a1({ row: about.length + 2, column: state })},1)="○"`,
      },
    ],
  };
}

const howTo = [
  'Choose or write in the cells with a border; everything else is locked, without a password.',
  `The column State says how far a question is: ${states.open}, ${states.unsure} or ${states.done}; “${states.ifAsked}” needs no answer where the question does not apply, and counts once it has one.`,
  'Leave blank what you have no answer to yet. A blank is never read as a No.',
].join('\n');

const broughtOver = [
  `Answers in italics on a coloured ground were given before, in what stands beside them; their state is ${states.carried}.`,
  'Look at each of them, and change what is not so. What is sent back as it is counts as confirmed.',
].join('\n');

function pair(label: string, text: string): Row {
  return [shown('label', label), shown('text', text)];
}

function pairs(label: string, text: string | undefined): readonly Row[] {
  return text === undefined || text.trim() === '' ? [] : [pair(label, text.trim())];
}

/** The unit that the form was written for. */
function addressee(form: Form): string | undefined {
  const units = unitFields(form.questionnaire).map(({ id }) => id);
  const names = form.profile.flatMap(({ field, value: known }) =>
    units.includes(field.id) && known !== undefined ? [String(known)] : [],
  );
  return names.length === 0 ? undefined : names.join(', ');
}

function asksBarriers({ parts }: Form): boolean {
  return parts.some(({ entries }) =>
    entries.some((entry) => entry.kind === 'question' && entry.question.ask.includes('barriers')),
  );
}

function barrierList({ questionnaire }: Form): string {
  return barrierWords(questionnaire.barriers)
    .map(({ word }) => word)
    .join('; ');
}

function fieldRow(field: FormField, row: number): Row {
  const { id, title, required, personal } = field.field;
  const cell = a1({ row, column: value });
  const content = fieldContent(field.field, field.value);
  const reads = { target: id, check: fieldCheck(field) };
  const label = personal ? `${title.trim()} (not kept with the answers)` : title.trim();
  return [
    shown('label', label),
    { look: 'input', content, reads },
    ...(required ? [requiredState(cell, content)] : []),
  ];
}

function requiredState(cell: string, content: Content): Cell {
  const formula = `IF(COUNTA(${cell})=0,${quoted(states.required)},${quoted(states.done)})`;
  const now = content.kind === 'blank' ? states.required : states.done;
  return { look: 'state', content: { kind: 'formula', formula, shown: now } };
}

/** What is to be known of the return itself. */
function returnRows({ wave, responseId, mode, participants }: Form): readonly Row[] {
  return [
    [
      shown('label', 'How it was filled in'),
      {
        look: 'input',
        content: contentOf(modeWords[mode ?? 'self_completion']),
        reads: {
          target: 'mode',
          check: { kind: 'list', words: modes.map((each) => modeWords[each]), only: true },
        },
      },
    ],
    [
      shown('label', 'How many people took part'),
      {
        look: 'input',
        content: contentOf(participants),
        reads: {
          target: 'participants',
          check: { kind: 'number', min: 1, max: undefined, integer: true, words: [] },
        },
      },
    ],
    [
      shown('label', 'When it was completed'),
      {
        look: 'input',
        content: { kind: 'blank' },
        reads: {
          target: 'completed',
          check: {
            kind: 'date',
            min: undefined,
            max: undefined,
            words: [],
            prompt: 'A date such as 2026-11-23',
          },
        },
      },
    ],
    ...lockedRow('Wave', 'wave', wave),
    ...lockedRow('Reference', 'response_id', responseId),
  ];
}

function lockedRow(label: string, target: string, text: string | undefined): readonly Row[] {
  return text === undefined
    ? []
    : [[shown('label', label), { look: 'text', content: contentOf(text), reads: { target } }]];
}

/** Over the table of parts, whose first row this is. */
function progress(parts: readonly PartSheet[], first: number): Content {
  const range = (column: number) =>
    `${a1({ row: first, column })}:${a1({ row: first + parts.length - 1, column })}`;
  const sum = (pick: (part: PartSheet) => Content) =>
    parts.reduce((total, part) => {
      const content = pick(part);
      return total + (content.kind === 'formula' ? Number(content.shown) : 0);
    }, 0);
  const [answered, open] = [sum((part) => part.answered), sum((part) => part.open)];
  return {
    kind: 'formula',
    formula: `SUM(${range(2)})&" of "&(SUM(${range(2)})+SUM(${range(3)}))&" answered"`,
    shown: `${answered} of ${answered + open} answered`,
  };
}
