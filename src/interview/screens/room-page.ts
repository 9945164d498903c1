import type { Setting } from '../view/step.js';
import type { RoomView } from '../view/view.js';
import { blankLine, type Line, line, wrapped } from './line.js';
import { isLow, textWidth } from './measure.js';
import { type Middle, withWriting } from './middle.js';
import { read } from './page.js';
import { writingIn } from './writing.js';

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
