import { type Question, unitFields } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { Conversation } from '../conversation.js';
import { resolvedIn } from '../session/interview.js';
import { type Progress, progressOf } from '../session/progress.js';
import type { Setting } from '../view/step.js';
import { cut, type Line, line, span, spread, widthOf } from './line.js';
import { isLow } from './measure.js';

/** The head of every screen: who is asked what, where one is, how much of the way and of the time is gone. */
export function headOf(setting: Setting): readonly Line[] {
  const { conversation, size, signs } = setting;
  const progress = progressOf(conversation.interview, conversation.state());
  const { columns } = size;
  const way = wayLine(progress.done, columns, signs.way);
  if (isLow(size)) {
    const { section } = progress;
    const left = section === undefined ? 'Review' : `${section.nth}/${section.of} ${section.title}`;
    return [
      spread(line(left, 'strong'), line(briefly(setting, progress), 'faint'), columns, signs.ellipsis),
      way,
    ];
  }
  const { questionnaire } = conversation.interview;
  const who = line(whoOf(conversation), 'strong');
  return [
    spread(
      who,
      cut(line(questionnaire.title, 'faint'), Math.max(0, columns - widthOf(who) - 2), signs.ellipsis),
      columns,
      signs.ellipsis,
    ),
    spread(
      line(sectionOf(progress), 'strong'),
      line(fully(setting, progress), 'faint'),
      columns,
      signs.ellipsis,
    ),
    way,
  ];
}

/** The units that are asked, from the outermost in. */
function whoOf({ interview, state }: Conversation): string {
  const { profile } = state().draft;
  const units = unitFields(interview.questionnaire).flatMap(({ id }) => profile[id] ?? []);
  const mode = interview.mode === 'workshop' ? ['workshop'] : [];
  return [...units, ...mode].join(', ');
}

function sectionOf({ section }: Progress): string {
  return section === undefined ? 'Review' : `Section ${section.nth} of ${section.of}: ${section.title}`;
}

function briefly(setting: Setting, { question, done }: Progress): string {
  const place = question === undefined ? [] : [`${question.nth}/${question.of}`];
  return [...place, percent(done), timeOf(setting, '/')].join(setting.signs.between);
}

function fully(setting: Setting, { question, done }: Progress): string {
  const place = question === undefined ? [] : [`Question ${question.nth} of ${question.of}`];
  return [...place, `${percent(done)} done`, timeOf(setting, ' of ')].join(setting.signs.between);
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** The time used against the time that all that is still to be asked, or was, is likely to take. */
function timeOf({ conversation, estimates }: Setting, of: string): string {
  const { interview } = conversation;
  const { states } = resolvedIn(interview, conversation.state().draft);
  const { draft } = conversation.state();
  const offered = conversation.offers()?.answers;
  // To confirm what was answered elsewhere takes no time to speak of.
  const isToAsk = ({ id, index }: Question) =>
    states[index] !== 'not_asked' && offered?.has(id) !== true && answerIn(draft, id).carried === undefined;
  const likely = interview.questionnaire.questions
    .filter(isToAsk)
    .reduce((sum, { index }) => sum + (estimates[index] ?? 0), 0);
  return `${Math.round(conversation.minutesUsed())}${of}${Math.max(1, Math.round(likely))} min`;
}

function wayLine(done: number, columns: number, [gone, rest]: readonly [string, string]): Line {
  const reached = Math.floor(done * columns);
  return [span(gone.repeat(reached), 'strong'), span(rest.repeat(columns - reached), 'faint')];
}
