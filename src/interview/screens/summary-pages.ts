import { fixed } from '../../export/text/decimal.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { Conversation } from '../conversation.js';
import { resolvedIn } from '../session/interview.js';
import { type FigureSoFar, type Summary, summaryOf } from '../session/summary.js';
import type { Setting } from '../view/step.js';
import { askedBySection, titleOf } from '../view/stops.js';
import type { ReviewView, SummaryView } from '../view/view.js';
import { answerWords } from './answer-words.js';
import { blankLine, type Line, line, type Span, span, spread, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import type { Middle } from './middle.js';
import { type Block, item, read, rowItem } from './page.js';

/** What a section has come to, and its questions to go to. */
export function summaryPage(setting: Setting, view: SummaryView): Middle {
  const { conversation, size } = setting;
  const { interview, state } = conversation;
  const section = interview.sections.find(({ id }) => id === view.section);
  if (section === undefined) return { blocks: [] };
  const questions = askedBySection(conversation).find((each) => each.section === section)?.questions ?? [];
  const space = isLow(size) ? [] : [blankLine];
  const head = read(
    ...space,
    line(`Summary: ${section.title}`, 'strong'),
    ...countLines(setting, summaryOf(interview, state(), section)),
    ...figureLines(conversation, section.id, textWidth(size)),
    ...space,
  );
  return { blocks: [head, ...questionBlocks(setting, questions, 0, view.focus, 0)] };
}

/** Everything that was said, and the way to the end. */
export function reviewPage(setting: Setting, view: ReviewView): Middle {
  const { conversation, size, signs } = setting;
  const { interview, state } = conversation;
  const space = isLow(size) ? [] : [blankLine];
  const summary = summaryOf(interview, state(), interview.questionnaire);
  const head = read(
    ...space,
    line('Review', 'strong'),
    ...countLines(setting, summary),
    ...figureLines(conversation, 'overall', textWidth(size)),
    ...space,
  );
  const mark = view.focus === 0 ? signs.focus : ' ';
  const finish = item(line(`${mark} Finish, and write the response`, view.focus === 0 ? 'focus' : 'strong'));
  let nth = 0;
  const sections = askedBySection(conversation).flatMap(({ section, questions }) => {
    const blocks = questionBlocks(setting, questions, nth, view.focus, 1);
    nth += questions.length;
    return [read(...space, line(section.title, 'strong')), ...blocks];
  });
  return { blocks: [head, finish, ...sections] };
}

function countLines({ size, signs }: Setting, summary: Summary): readonly Line[] {
  const { answered, asked, open, dontKnow, notApplicable, refused, notes, dissents, carried } = summary;
  const { answeredNotAsked } = summary;
  const width = textWidth(size);
  const some = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}`]);
  const counts = [
    `${answered} of ${asked} answered`,
    ...some(open.length, 'open'),
    ...some(dontKnow.length, "don't know"),
    ...some(notApplicable.length, 'not applicable'),
    ...some(refused.length, 'refused'),
    ...some(notes, notes === 1 ? 'note' : 'notes'),
    ...some(dissents, dissents === 1 ? 'dissent' : 'dissents'),
    ...some(carried, 'brought over'),
  ].join(signs.between);
  const hidden = answeredNotAsked.length;
  return [
    ...wrapped(counts, width),
    ...(hidden === 0
      ? []
      : wrapped(
          `${hidden} ${hidden === 1 ? 'answer counts' : 'answers count'} as not asked, since an answer before ${hidden === 1 ? 'it' : 'them'} was changed: ${answeredNotAsked.join(', ')}. ${hidden === 1 ? 'It is' : 'They are'} kept.`,
          width,
        )),
  ];
}

/** The score and band so far, and between what they can still come out; nothing where scores are not to be shown. */
function figureLines({ figure }: Conversation, node: string, width: number): readonly Line[] {
  const found = figure(node);
  return found === undefined ? [] : wrapped(figureWords(found), width);
}

function figureWords({ score, band, low, high }: FigureSoFar): string {
  if (score === undefined) return 'So far: not enough answers for a score';
  const range =
    low === undefined || high === undefined || low === high
      ? ''
      : `; with what is open, from ${fixed(low, undefined)} to ${fixed(high, undefined)}`;
  return `So far: ${fixed(score, undefined)}${band === undefined ? '' : `, ${band}`}${range}`;
}

/** A row for each question: its state, its place, its text, its answer. */
function questionBlocks(
  setting: Setting,
  questions: readonly Question[],
  before: number,
  focus: number | undefined,
  offset: number,
): readonly Block[] {
  const { conversation, signs, size } = setting;
  const { states } = resolvedIn(conversation.interview, conversation.state().draft);
  const width = Math.min(size.columns, textWidth(size) + 20);
  return questions.map((question, i) =>
    rowItem(() => {
      const isFocused = focus === before + i + offset;
      const state = states[question.index] ?? 'unanswered';
      const sign = state === 'not_asked' ? ' ' : signs.state[state];
      const answer = answerIn(conversation.state().draft, question.id);
      const words = answerWords(conversation.interview.questionnaire, question, answer);
      const marks = `${answer.note === undefined ? '' : ' +note'}${answer.dissent === undefined ? '' : ' +dissent'}`;
      const said = `${(words ?? 'open').replace(/\s*\n\s*/g, ' / ').slice(0, 60)}${marks}`;
      const title: Span = span(
        `${isFocused ? signs.focus : ' '} ${sign} ${titleOf(question)}`,
        isFocused ? 'focus' : undefined,
      );
      const right: Line = [span(said, words === undefined ? 'warning' : 'faint')];
      return spread([title], right, width, signs.ellipsis);
    }),
  );
}
