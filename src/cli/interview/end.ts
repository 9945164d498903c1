import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { visible } from '../../export/text/visible.js';
import type { Ending } from '../../interview/conversation.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { finishedResponse } from '../../response/journal/finished-response.js';
import { responsePath } from '../../response/journal/names.js';
import type { ResponseDraft } from '../../response/journal/response-draft.js';
import { exitCodes } from '../exit-code.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import type { HeldJournal } from './open-journal.js';
import { type HowAsked, saidAgain } from './said-again.js';
import { shellWord } from './shell-word.js';

/** How an interview ended, and with which answers. */
export interface Ended {
  readonly ending: Ending;
  readonly draft: ResponseDraft;
}

/** What an interview was about. */
interface Interviewed {
  readonly questionnaire: Questionnaire;
  readonly questionnaireFile: string;
  readonly journal: HeldJournal;
}

/** Writes the response, or says how to go on. */
export function end(
  { ending, draft }: Ended,
  { questionnaire, questionnaireFile, journal: { path, occasion } }: Interviewed,
  options: HowAsked,
  host: Host,
): number {
  const word = (text: string) => shellWord(text, process.platform);
  const again = [...saidAgain(options, word), '--resume', word(path)].join(' ');
  const goOn = `Every answer is kept in ${visible(path)}.\nGo on with: milepost interview ${word(questionnaireFile)} ${again}`;
  if (ending !== 'finished') {
    host.stderr.write(`${goOn}\n`);
    return ending === 'left' ? exitCodes.done : exitCodes.interrupted;
  }
  const file = responsePath(path);
  const completed = new Date(host.now()).toISOString();
  const response = finishedResponse(questionnaire, occasion, draft, completed);
  try {
    writeWhole(host.cwd, file, [`${JSON.stringify(response, null, 2)}\n`]);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(error.message, goOn) : error;
  }
  if (options.discardJournal) rmSync(resolve(host.cwd, path), { force: true });
  const next = `milepost record ${word(file)} --questionnaire ${word(questionnaireFile)} -o record.html`;
  host.stderr.write(`Written: ${visible(file)}\nNext: ${next}\n`);
  return exitCodes.done;
}
