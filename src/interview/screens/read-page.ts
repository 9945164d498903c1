import { answerText } from '../../export/form/answer-text.js';
import { offersWords } from '../../export/form/carried-words.js';
import { keyLabel } from '../keys/key-label.js';
import { questionAt } from '../session/interview.js';
import type { Setting } from '../view/step.js';
import type { ReadView } from '../view/view.js';
import { contextOf, usefulKeys } from './hint.js';
import { blankLine, line, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import type { Middle } from './middle.js';
import { type Block, read } from './page.js';

/** Where there is only something to read. */
export function readPage(setting: Setting, view: ReadView): Middle {
  switch (view.topic) {
    case 'welcome':
      return { blocks: welcomeBlocks(setting) };
    case 'help':
      return { blocks: helpBlocks(setting, view) };
    case 'set-aside':
      return { blocks: setAsideBlocks(setting) };
  }
}

/** What is asked, and who sees the answers. */
function welcomeBlocks({ conversation, size }: Setting): readonly Block[] {
  const { title, description, notice } = conversation.interview.questionnaire;
  const width = textWidth(size);
  const offers = conversation.offers();
  const texts = [description, notice, ...(offers === undefined ? [] : [offersWords(offers)])].filter(
    (text) => text !== undefined,
  );
  return [
    read(
      blankLine,
      ...wrapped(title, width, 'strong'),
      ...texts.flatMap((text) => [blankLine, ...wrapped(text, width)]),
    ),
  ];
}

function helpBlocks(setting: Setting, { behind }: ReadView): readonly Block[] {
  const { conversation, size } = setting;
  const width = textWidth(size);
  const question = questionAt(conversation.interview, conversation.state());
  const guidance = question?.guidance;
  const about =
    question === undefined
      ? []
      : [
          line('For the interviewer', 'strong'),
          ...wrapped(guidance ?? 'There is no guidance for this question.', width),
          blankLine,
        ];
  if (behind === undefined) return [read(...about)];
  const context = contextOf(behind);
  const rows = usefulKeys(setting, behind).flatMap(({ keys, says }) => {
    const names = (keys[context] ?? []).map(keyLabel).join(', ');
    return isLow(size) || width < 60
      ? wrapped(`${names}: ${says}`, width, undefined, '', '  ')
      : wrapped(says, width, undefined, `${names.padEnd(34)} `, ' '.repeat(35));
  });
  return [read(...about, line('Keys', 'strong'), ...rows)];
}

function setAsideBlocks({ conversation, size }: Setting): readonly Block[] {
  const { interview, setAside } = conversation;
  const { questionnaire, reader } = interview;
  const width = textWidth(size);
  const rows = setAside.flatMap(({ question: id, answer, because }) => {
    const question = reader.byId.get(id)?.question;
    const said = question === undefined ? answer.value : answerText(questionnaire, question, answer);
    const why = {
      gone: 'the questionnaire has no such question any more',
      changed: 'the question says something else now, and is asked again',
      not_permitted: 'the question does not permit this answer any more, and is asked again',
    }[because];
    return wrapped(`${id}: ${said === undefined ? '' : `${said}; `}${why}`, width, undefined, '- ', '  ');
  });
  const head =
    'The questionnaire was changed since this interview was begun. These answers have no place in it; the journal keeps them.';
  return [read(...wrapped(head, width, 'strong'), blankLine, ...rows)];
}
