import { conversationOf } from '../../../src/interview/conversation.js';
import { createJournal } from '../../../src/interview/journal-file/journal-file.js';
import { interviewOf, startOf } from '../../../src/interview/session/interview.js';
import { figuresSoFar } from '../../../src/interview/session/summary.js';
import { terminalFrontEnd } from '../../../src/interview/terminal/terminal-front-end.js';
import type { TerminalIo } from '../../../src/interview/terminal/terminal-io.js';
import { loadQuestionnaire } from '../../../src/questionnaire/load.js';
import { makePlan } from '../../../src/rubric/make-plan.js';

interface Held extends Pick<TerminalIo, 'input' | 'output'> {
  readonly yaml: string;
  /** Where its journal is written. */
  readonly journal: string;
  /** Is told how many milliseconds an event took to be on disk. */
  readonly recorded: (milliseconds: number) => void;
}

/** Holds an interview as the command does, at streams that take the place of a terminal. */
export function hold({ yaml, journal, recorded, input, output }: Held): Promise<unknown> {
  const { questionnaire, locator } = loadQuestionnaire('bench.yaml', {
    read: () => ({ text: yaml }),
    resolve: (_, relative) => relative,
  });
  if (questionnaire === undefined) throw new Error('The questionnaire of the benchmark has errors.');
  const interview = interviewOf(questionnaire, 'interview');
  const file = createJournal(journal);
  const { plan } = makePlan(questionnaire, locator);
  const conversation = conversationOf(interview, startOf(interview, { organisation: 'Northbridge' }), {
    record: (event) => {
      const start = performance.now();
      file.append({ ...event, time: new Date().toISOString() });
      recorded(performance.now() - start);
      return undefined;
    },
    minutesUsed: () => 1,
    figure: figuresSoFar(interview, plan),
    earlier: () => undefined,
    offers: () => undefined,
    setAside: [],
  });
  const frontEnd = terminalFrontEnd(
    { input, output, color: true, unicode: true, interruption: undefined },
    { unitNames: () => [], registered: () => ({}), keep: new Set() },
  );
  return frontEnd.hold(conversation).finally(file.close);
}
