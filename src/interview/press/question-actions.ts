import type { FollowUp, GivenNonAnswer, Question } from '../../questionnaire/questionnaire.js';
import { answerIn } from '../../response/journal/response-draft.js';
import type { AnswerValue } from '../../response/response.js';
import { isDivided, isOutsideVotes, spreadOf } from '../../response/spread.js';
import type { Action } from '../keys/table.js';
import { isVotedOn } from '../session/tally.js';
import { barriersView, pickView, roomView, tallyView, writeView } from '../view/open.js';
import { problem, type Setting, type Step, word } from '../view/step.js';
import type { ChooseView, TallyView, TypeView, View } from '../view/view.js';

/** A view of a question. */
export type QuestionView = ChooseView | TypeView | TallyView;

/** What keys do that are the same at every question; nothing where the key is another's. */
export function atQuestion(
  view: QuestionView,
  question: Question,
  action: Action,
  setting: Setting,
): Step | undefined {
  const { conversation } = setting;
  switch (action) {
    case 'back':
    case 'forward':
      return { view: 'here', tell: [{ do: action }] };
    case 'skip':
      return { view: 'here', tell: [{ do: 'forward' }] };
    case 'next-open':
      return { view: 'here', tell: [{ do: 'next-open' }] };
    case 'dont_know':
    case 'not_applicable':
    case 'refused':
      return declined(question, action);
    case 'carry':
      return takenOver(view, question, setting);
    case 'clear':
      return { view: 'here', tell: [{ do: 'answer', question: question.id, written: '' }] };
    case 'note':
      return { view: writeView(conversation, question.id, 'note', view) };
    case 'evidence':
    case 'best_practice':
      return followUp(view, question, action, () => writeView(conversation, question.id, action, view));
    case 'dissent':
      return conversation.interview.mode === 'workshop'
        ? { view: writeView(conversation, question.id, 'dissent', view) }
        : { view, notice: problem('Dissent is noted in workshops: milepost interview --workshop.') };
    case 'target':
    case 'confidence':
      return followUp(view, question, action, () => pickView(conversation, question, action, view));
    case 'barriers':
      return followUp(view, question, action, () => barriersView(conversation, question.id, view));
    case 'votes':
      return conversation.interview.mode === 'workshop' && isVotedOn(question)
        ? { view: tallyView(conversation, question) }
        : { view, notice: problem('There is no vote on this question.') };
    case 'room':
      return conversation.interview.mode === 'workshop'
        ? { view: roomView(conversation, view) }
        : { view, notice: problem('Who is here is noted in workshops: milepost interview --workshop.') };
    default:
      return anywhere(view, action, setting);
  }
}

/** What keys do that are the same at questions and in summaries. */
export function anywhere(view: View, action: Action, { conversation }: Setting): Step | undefined {
  switch (action) {
    case 'jump':
      return { view: { at: 'jump', edit: { text: '', at: 0 }, focus: undefined, scroll: 0, behind: view } };
    case 'help':
      return { view: { at: 'read', topic: 'help', scroll: 0, behind: view } };
    case 'leave':
      return { view, end: 'left' };
    case 'summary': {
      const { at } = conversation.state();
      const section = conversation.interview.sections.find(
        ({ id, questions }) =>
          (at.at === 'summary' && at.id === id) ||
          (at.at === 'question' && questions.some((question) => question.id === at.id)),
      );
      if (section === undefined) return { view };
      return {
        view: { at: 'summary', section: section.id, focus: 0, digits: '', scroll: 0, behind: view },
      };
    }
    default:
      return undefined;
  }
}

function declined(question: Question, as: GivenNonAnswer): Step {
  return { view: 'here', tell: [{ do: 'decline', question: question.id, as }, { do: 'forward' }] };
}

/** What was said elsewhere is the answer, once somebody says so. A room votes first. */
function takenOver(view: QuestionView, question: Question, setting: Setting): Step {
  if (view.at === 'tally')
    return { view, notice: word('What was said elsewhere is shown once the room has voted.') };
  const carried = setting.conversation.offers()?.answers.get(question.id);
  if (carried === undefined) return { view, notice: word('No answer from elsewhere is at hand.') };
  const { value } = carried.answer;
  const { votes } = answerIn(setting.conversation.state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  if (spread !== undefined && isOutsideVotes(spread, value) && view.warned !== 'carry')
    return {
      view: { ...view, warned: 'carry' },
      notice: problem('That lies outside the votes of the room: the same key once more takes it.'),
    };
  const next = onwards(setting, question, value);
  return { ...next, tell: [{ do: 'carry', question: question.id, carried }, ...(next.tell ?? [])] };
}

const followUpWords: Readonly<Record<FollowUp, string>> = {
  target: 'a target',
  evidence: 'evidence',
  barriers: 'barriers',
  confidence: 'confidence',
  best_practice: 'best practice',
};

function followUp(view: View, { ask }: Question, key: FollowUp, open: () => View): Step {
  if (ask.includes(key)) return { view: open() };
  return {
    view,
    notice: word(`This question does not ask for ${followUpWords[key]}; a note always has room (n).`),
  };
}

/**
 * Goes on once an answer was given: by way of a note of dissent, where the room's votes lie far apart, or the answer lies
 * outside them.
 */
export function onwards(
  { conversation }: Setting,
  question: Question,
  value: AnswerValue | undefined,
): Pick<Step, 'view' | 'tell' | 'notice'> {
  const { votes, dissent } = answerIn(conversation.state().draft, question.id);
  const spread = votes === undefined ? undefined : spreadOf(question, votes);
  const isOffered = spread !== undefined && (isDivided(spread) || isOutsideVotes(spread, value));
  return isOffered && dissent === undefined
    ? { view: writeView(conversation, question.id, 'dissent', undefined) }
    : { view: 'here', tell: [{ do: 'forward' }] };
}

/** Whether a key that leaves a question may do so: once more where something there is not confirmed. */
export function unconfirmed<V extends ChooseView | TypeView>(view: V, action: Action): Step | undefined {
  const leaves = ['back', 'forward', 'skip', 'next-open', 'leave', 'jump'].includes(action);
  if (!leaves || view.warned === action) return undefined;
  return {
    view: { ...view, warned: action },
    notice: problem('This answer is not confirmed: Enter confirms it; the same key once more leaves it.'),
  };
}
