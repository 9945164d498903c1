import { answerText } from '../../export/form/answer-text.js';
import { keyLabel } from '../keys/table.js';
import { questionAt } from '../session/interview.js';
import { summaryOf } from '../session/summary.js';
import type { Setting } from '../view/step.js';
import { destinations } from '../view/stops.js';
import type { FinishView, JumpView, ReadView, RoomView } from '../view/view.js';
import { contextOf, usefulKeys } from './hint.js';
import { blankLine, cut, type Line, line, span, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import { type Middle, withWriting } from './middle.js';
import { type Block, read, rowItem } from './page.js';
import { writingIn } from './writing.js';

/** Where to go, searched for. */
export function jumpPage(setting: Setting, view: JumpView): Middle {
  const { conversation, size, signs } = setting;
  const search = writingIn(setting, view.edit, 'Go to: ');
  const found = destinations(conversation, view.edit.text);
  const width = Math.min(size.columns, textWidth(size) + 20);
  const blocks = found.map(({ kind, nth, text }, i) =>
    rowItem(() => {
      const isFocused = i === (view.focus ?? 0);
      const mark = isFocused ? signs.focus : ' ';
      const place = nth === undefined ? '' : `${String(nth).padStart(4)}  `;
      const style = isFocused ? 'focus' : kind === 'question' ? undefined : 'strong';
      return cut(line(`${mark} ${place}${text.replace(/\s+/g, ' ')}`, style), width, signs.ellipsis);
    }),
  );
  const none = found.length === 0 ? [read(line('Nothing has these words.', 'faint'))] : [];
  const { blocks: rows, cursor } = withWriting([], search, [...blocks, ...none]);
  return { blocks: rows, ...(cursor === undefined ? {} : { cursor }) };
}

/** Who is here. */
export function roomPage(setting: Setting, view: RoomView): Middle {
  const { conversation, size } = setting;
  const { questionnaire } = conversation.interview;
  const width = textWidth(size);
  const space: readonly Line[] = isLow(size) ? [] : [blankLine];
  const field = questionnaire.profile.find(({ id, type }) => id === 'role' && type === 'choice');
  const known =
    field?.type === 'choice' ? ` As in: ${field.options.map(({ label }) => label).join(', ')}.` : '';
  const intro = read(
    ...space,
    line('Who is here?', 'strong'),
    ...wrapped(
      `How many people vote from now on, and in which roles they are here, separated by commas; roles may be left out.${known}`,
      width,
      'faint',
    ),
    ...space,
  );
  const count = writingIn(setting, view.count, 'People: ');
  const roles = writingIn(setting, view.roles, 'Roles:  ');
  return view.field === 'count'
    ? withWriting([intro], count, [read(...roles.lines)])
    : withWriting([intro, read(...count.lines)], roles);
}

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
  const texts = [description, notice].filter((text) => text !== undefined);
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

/** Whether the response is to be written. */
export function finishPage({ conversation, size }: Setting, _: FinishView): Middle {
  const { interview, state } = conversation;
  const { answered, asked, open } = summaryOf(interview, state(), interview.questionnaire);
  const left =
    open.length === 0
      ? ''
      : ` ${open.length} ${open.length === 1 ? 'question is' : 'questions are'} open, and will stay so.`;
  return {
    blocks: [
      read(
        blankLine,
        ...wrapped(`${answered} of ${asked} questions are answered.${left}`, textWidth(size)),
        blankLine,
        [span('Write the response? ', 'strong'), span('y writes it, n goes back.')],
      ),
    ],
  };
}
