import { decimal } from '../../export/text/decimal.js';
import { count } from '../../finding/words.js';
import type { Conversation } from '../conversation.js';
import type { Section } from '../session/sections.js';
import { type FigureSoFar, type Summary, summaryOf } from '../session/summary.js';

/** What a section has come to, as plain lines. */
export function sectionLines(conversation: Conversation, section: Section): readonly string[] {
  const summary = summaryOf(conversation.interview, conversation.state(), section);
  return ['', `${section.title}: ${countsLine(summary)}`, ...figureLines(conversation.figure(section.id))];
}

/** What everything has come to: a line for each section, what is open, and what was hidden again. */
export function reviewLines(conversation: Conversation): readonly string[] {
  const { interview, state } = conversation;
  const { questions } = interview.questionnaire;
  const whole = summaryOf(interview, state(), { questions });
  const textOf = (id: string) => interview.reader.byId.get(id)?.question.text ?? id;
  return [
    '',
    'Everything so far',
    ...interview.sections.flatMap((section) => sectionLines(conversation, section).slice(1)),
    ...listed('Still open', whole.open.map(textOf)),
    ...listed('Not known', whole.dontKnow.map(textOf)),
    ...listed(
      'Answered, but not asked any more; kept, and counted as not asked',
      whole.answeredNotAsked.map(textOf),
    ),
    ...figureLines(conversation.figure('overall')),
  ];
}

/** `7 of 9 answered, 1 open, 1 not known; 2 notes`. */
function countsLine({
  asked,
  answered,
  open,
  dontKnow,
  notApplicable,
  refused,
  notes,
  carried,
}: Summary): string {
  const parts = [
    `${answered} of ${asked} answered`,
    ...some(open.length, 'open'),
    ...some(dontKnow.length, 'not known'),
    ...some(notApplicable.length, 'not applicable'),
    ...some(refused.length, 'refused'),
    ...some(carried, 'brought over'),
  ];
  return `${parts.join(', ')}${notes === 0 ? '' : `; ${count(notes, 'note')}`}`;
}

function some(n: number, what: string): readonly string[] {
  return n === 0 ? [] : [`${n} ${what}`];
}

function figureLines(figure: FigureSoFar | undefined): readonly string[] {
  return figure === undefined ? [] : [`  ${figureText(figure)}`];
}

/** `Data so far: 66.67 (High), between 50 and 83.33 however the open questions are answered`. */
function figureText({ title, score, band, low, high }: FigureSoFar): string {
  if (score === undefined) return `${title} so far: no score yet`;
  const named = band === undefined ? '' : ` (${band})`;
  const between =
    low === undefined || high === undefined || low === high
      ? ''
      : `, between ${decimal(low)} and ${decimal(high)} however what is open is answered`;
  return `${title} so far: ${decimal(score)}${named}${between}`;
}

function listed(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${title}:`, ...texts.map((text) => `  - ${text}`)];
}
