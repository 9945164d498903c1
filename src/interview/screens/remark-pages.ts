import type { Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import { levelsOfDissent, spreadOf } from '../../response/spread.js';
import { barrierItems, itemsToPick } from '../view/items.js';
import type { Setting } from '../view/step.js';
import { titleOf } from '../view/stops.js';
import type { BarriersView, PickView, WriteView } from '../view/view.js';
import { answerWords, remarkPrompt } from './answer-words.js';
import { choiceBlocks } from './choices.js';
import { blankLine, type Line, line, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import { type Middle, withWriting } from './middle.js';
import { type Block, read } from './page.js';
import { writingIn } from './writing.js';

/** Where a remark is written. */
export function writePage(setting: Setting, { key, edit, behind }: WriteView, question: Question): Middle {
  const { questionnaire } = setting.conversation.interview;
  const offered = key === 'dissent' && behind === undefined ? [whyDissent(setting, question)] : [];
  const prompt = wrapped(remarkPrompt(questionnaire, key), textWidth(setting.size), 'strong');
  return withWriting([about(setting, question), ...offered, read(...prompt)], writingIn(setting, edit, ''));
}

function whyDissent({ conversation, size }: Setting, question: Question): Block {
  const { votes } = answerIn(conversation.state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  const why =
    spread !== undefined && spread.levelsApart >= levelsOfDissent
      ? `The votes lie ${spread.levelsApart} levels apart.`
      : `The room said ${spread?.median ?? ''}.`;
  return read(
    ...wrapped(
      `${why} Ctrl-S keeps the note, and goes on without one where nothing is written.`,
      textWidth(size),
    ),
  );
}

/** Where a remark is picked from a list. */
export function pickPage(setting: Setting, view: PickView, question: Question): Middle {
  const { conversation } = setting;
  const { questionnaire } = conversation.interview;
  const now = answerIn(conversation.state().draft, question.id)[view.key];
  const prompt = wrapped(remarkPrompt(questionnaire, view.key), textWidth(setting.size), 'strong');
  const items = choiceBlocks(setting, itemsToPick(question, view.key), false, ({ value }, nth) => ({
    isFocused: view.focus === nth,
    isChosen: value === now,
    more: '',
  }));
  return { blocks: [about(setting, question), read(...prompt, ...spaceIn(setting)), ...items] };
}

/** Where barriers are ticked. */
export function barriersPage(setting: Setting, view: BarriersView, question: Question): Middle {
  const { questionnaire } = setting.conversation.interview;
  const prompt = wrapped(remarkPrompt(questionnaire, 'barriers'), textWidth(setting.size), 'strong');
  const items = choiceBlocks(setting, barrierItems(questionnaire), true, ({ value }, nth) => ({
    isFocused: view.focus === nth,
    isChosen: view.ticked.some((id) => id === value),
    more: '',
  }));
  return { blocks: [about(setting, question), read(...prompt, ...spaceIn(setting)), ...items] };
}

/** The question that a remark is about, and its answer. */
function about(setting: Setting, question: Question): Block {
  const { conversation, size } = setting;
  const words = answerWords(
    conversation.interview.questionnaire,
    question,
    answerIn(conversation.state().draft, question.id),
  );
  const rows = wrapped(titleOf(question), textWidth(size), 'faint').slice(0, isLow(size) ? 1 : 4);
  return read(
    ...spaceIn(setting),
    ...rows,
    ...(words === undefined ? [] : [line(`Answered: ${words.replace(/\s*\n\s*/g, ' / ')}`, 'faint')]),
    ...spaceIn(setting),
  );
}

function spaceIn({ size }: Setting): readonly Line[] {
  return isLow(size) ? [] : [blankLine];
}
