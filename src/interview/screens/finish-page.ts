import { summaryOf } from '../session/summary.js';
import type { Setting } from '../view/step.js';
import type { FinishView } from '../view/view.js';
import { blankLine, span, wrapped } from './line.js';
import { textWidth } from './measure.js';
import type { Middle } from './middle.js';
import { read } from './page.js';

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
