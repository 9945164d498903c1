// Answers every question of a definition through a conversation with a journal on disk, and prints how long each took until
// it was on disk, in milliseconds, beside the same bytes written and flushed by themselves: node confirm.mjs FILE FOLDER
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beginJournal } from '../../../src/cli/interview/open-journal.ts';
import { conversationOf } from '../../../src/interview/conversation.ts';
import { interviewOf, questionAt, startOf } from '../../../src/interview/session/interview.ts';
import { loadQuestionnaire } from '../../../src/questionnaire/load.ts';
import { journalLine } from '../../../src/response/journal/entry.ts';

const [, , file, folder] = process.argv;
const files = { read: () => ({ text: readFileSync(file, 'utf8') }), resolve: (_, path) => path };
const { questionnaire } = loadQuestionnaire(file, files);
const host = { cwd: folder, now: Date.now };
const journal = await beginJournal('.', { id: 'bench', mode: 'interview' }, questionnaire, host);
const interview = interviewOf(questionnaire, 'interview');
const conversation = conversationOf(interview, startOf(interview), {
  record: journal.record,
  minutesUsed: () => 0,
  figure: () => undefined,
  earlier: () => undefined,
  setAside: [],
});
const alone = openSync(join(folder, 'alone'), 'w');
const took = { confirm: [], move: [], flush: [] };

for (;;) {
  const question = questionAt(interview, conversation.state());
  if (question === undefined) {
    if (conversation.state().at.at === 'review') break;
    tell({ do: 'forward' });
    continue;
  }
  const written = question.type === 'level' ? 2 + (question.index % 3) : 'own';
  took.confirm.push(timed(() => tell({ do: 'answer', question: question.id, written })));
  took.move.push(timed(() => tell({ do: 'forward' })));
  const entry = { event: 'answer', question: question.id, value: written, time: new Date().toISOString() };
  took.flush.push(
    timed(() => {
      writeSync(alone, journalLine(entry));
      fsyncSync(alone);
    }),
  );
}
closeSync(alone);
await journal.close();
console.log(JSON.stringify(took));

function tell(command) {
  const refusal = conversation.tell(command);
  if (refusal !== undefined) throw new Error(JSON.stringify(refusal));
}

function timed(act) {
  const start = process.hrtime.bigint();
  act();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
