import { freeAnswerHint } from '../../export/form/words.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { originWords } from '../../response/carry/origin-words.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { Answer } from '../../response/response.js';
import type { Conversation } from '../conversation.js';
import { keyLabel } from '../keys/key-label.js';
import { type Context, keyTable } from '../keys/table.js';
import { itemsOf } from '../view/items.js';
import type { Setting } from '../view/step.js';
import type { ChooseView, TallyView, TypeView } from '../view/view.js';
import { answerWords, remarkWords } from './answer-words.js';
import { choiceBlocks, labelled, labelledRows } from './choices.js';
import { blankLine, cut, type Line, line, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import { type Middle, withWriting } from './middle.js';
import { type Block, read } from './page.js';
import { barOf, countsOf, votesLines } from './votes.js';
import { writingIn } from './writing.js';

/** A question whose answers are listed. */
export function choosePage(setting: Setting, view: ChooseView, question: Question): Middle {
  const { conversation, signs } = setting;
  const answer = answerIn(conversation.state().draft, question.id);
  const counts = countsOf(answer.votes ?? []);
  const most = Math.max(0, ...counts.values());
  const several = question.type === 'choices';
  const blocks = choiceBlocks(setting, itemsOf(question), several, ({ value }, nth) => ({
    isFocused: view.focus === nth,
    isChosen: several ? view.ticked.some((id) => id === value) : answer.value === value,
    more: barOf(counts.get(value) ?? 0, most, signs.bar),
  }));
  return {
    blocks: [
      ...asked(setting, question),
      ...votesBlocks(setting, question, answer),
      ...blocks,
      ...behind(setting, question, answer, 'choose'),
    ],
    state: unconfirmedLine(setting, view, question, answer) ?? stateLine(setting, question, answer),
  };
}

/** What is chosen and not confirmed. */
function unconfirmedLine(
  { signs }: Setting,
  view: ChooseView,
  question: Question,
  { value }: Answer,
): Line | undefined {
  if (question.type === 'choices') {
    const before = typeof value === 'object' ? value : [];
    const isSame = before.length === view.ticked.length && before.every((id) => view.ticked.includes(id));
    return isSame ? undefined : line(`${signs.focus} ${view.ticked.length} ticked: Enter confirms`, 'focus');
  }
  const chosen = view.focus === undefined ? undefined : itemsOf(question)[view.focus];
  if (chosen === undefined || chosen.value === value) return undefined;
  return line(`${signs.focus} ${chosen.key} ${chosen.title}: Enter confirms`, 'focus');
}

/** A question whose answer is typed. */
export function typePage(setting: Setting, view: TypeView, question: Question): Middle {
  const answer = answerIn(setting.conversation.state().draft, question.id);
  const hint = freeAnswerHint(question);
  const before = [
    ...asked(setting, question),
    ...votesBlocks(setting, question, answer),
    ...(hint === undefined ? [] : [read(...wrapped(hint, textWidth(setting.size), 'faint'))]),
  ];
  return {
    ...withWriting(before, writingIn(setting, view.edit, '> '), behind(setting, question, answer, 'type')),
    state: stateLine(setting, question, answer),
  };
}

/** The votes on a question, before its answer. What was said in other waves is not shown. */
export function tallyPage(setting: Setting, view: TallyView, question: Question): Middle {
  const { conversation, size } = setting;
  const width = textWidth(size);
  const { room } = conversation.state().draft;
  const items = itemsOf(question);
  const blocks = choiceBlocks(setting, items, false, () => ({ isFocused: false, isChosen: false, more: '' }));
  const here = room === undefined ? '' : ` ${room.count} are here.`;
  const [one = '1', other = '2'] =
    items.length < 3 ? items.map(({ key }) => key) : [items[1]?.key, items[2]?.key];
  const how = `How does the room vote?${here} As called out: ${one} ${one} ${other} ${other} ${other}, or counted: 2x${one} 3x${other}; d for don't know. Nothing where there is no vote.`;
  const before = [...asked(setting, question), ...blocks, read(blankLine, ...wrapped(how, width, 'faint'))];
  const votes = view.edit.text.trim();
  return {
    ...withWriting(before, writingIn(setting, view.edit, 'Votes: ')),
    state:
      votes === ''
        ? line(`${setting.signs.state.unanswered} Not voted on yet`, 'faint')
        : line(`${setting.signs.focus} Votes: ${votes}`, 'focus'),
  };
}

/** The question, with what the respondent should know. */
function asked({ size }: Setting, { text, help, required, grid }: Question): readonly Block[] {
  const width = textWidth(size);
  const space = isLow(size) ? [] : [blankLine];
  return [
    read(
      ...space,
      ...(grid === undefined ? [] : wrapped(grid.text, width)),
      ...wrapped(required ? `${text.trim()} (required)` : text, width, 'strong'),
      ...(help === undefined ? [] : wrapped(help, width, 'faint')),
      ...space,
    ),
  ];
}

function votesBlocks(setting: Setting, question: Question, { votes }: Answer): readonly Block[] {
  if (votes === undefined) return [];
  const space = isLow(setting.size) ? [] : [blankLine];
  return [read(...votesLines(setting, question, votes, textWidth(setting.size)), ...space)];
}

/** What was said last time, and what accompanies the answer. */
function behind(setting: Setting, question: Question, answer: Answer, context: Context): readonly Block[] {
  const { conversation, size, signs } = setting;
  const { questionnaire } = conversation.interview;
  const earlier = conversation.earlier(question.id);
  const said = earlier === undefined ? undefined : answerWords(questionnaire, question, earlier.answer);
  const width = textWidth(size);
  const when = `Last time${earlier?.wave === undefined ? '' : ` (${earlier.wave})`}`;
  const remarks = [
    ...remarkWords(questionnaire, question, answer).map(({ title, text }) => labelled(title, text)),
    ...alsoAsked(question, answer, context, signs.between),
  ];
  const rows = [
    ...(said === undefined ? [] : labelledRows(when, said, width)),
    ...elsewhere(conversation, question, width),
    ...remarks.map((row) => cut(row, width, signs.ellipsis)),
  ];
  return rows.length === 0 ? [] : [read(blankLine, ...rows)];
}

/** What was said in another instrument, and in which; or that it cannot be told. Whole: it is confirmed by one key. */
function elsewhere({ offers, interview }: Conversation, question: Question, width: number): readonly Line[] {
  const offered = offers();
  const carried = offered?.answers.get(question.id);
  if (carried !== undefined) {
    const words = answerWords(interview.questionnaire, question, carried.answer) ?? '';
    return labelledRows(`In ${originWords(carried.from, carried.title)}`, words, width);
  }
  const tie = offered?.ties.find((each) => each.question === question.id);
  return tie === undefined
    ? []
    : labelledRows('Elsewhere', `${tie.responses.join(' and ')} say different things`, width);
}

/** The follow-ups that nothing was said to yet, each with its key. */
function alsoAsked(question: Question, answer: Answer, context: Context, between: string): readonly Line[] {
  const open = question.ask.filter((key) => answer[key] === undefined);
  const words = keyTable
    .filter(({ action }) => open.some((key) => key === action))
    .map(({ keys, word }) => `${keyLabel(keys[context]?.[0] ?? '')} ${word}`);
  return words.length === 0 ? [] : [labelled('Also asked', words.join(between))];
}

function stateLine({ conversation, signs }: Setting, question: Question, answer: Answer): Line {
  const words = answerWords(conversation.interview.questionnaire, question, answer);
  const { dont_know, unanswered, value } = signs.state;
  if (words === undefined) return line(`${unanswered} Open`, 'faint');
  const sign = answer.non_answer === undefined ? value : signs.state[answer.non_answer] || dont_know;
  const { carried } = answer;
  const from = carried === undefined ? '' : ` (as in ${originWords(carried)})`;
  return line(`${sign} Answered: ${words.replace(/\s*\n\s*/g, ' / ')}${from}`);
}
