import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { helpOf, textOf } from '../../finding/catalogue.js';
import {
  conversationOf,
  type Ending,
  type FrontEnd,
  type FrontEndOptions,
  type Offer,
  type Surroundings,
} from '../../interview/conversation.js';
import { findUnfinished, type Unfinished } from '../../interview/journal-file/find-unfinished.js';
import { responsePath } from '../../interview/journal-file/names.js';
import { interviewOf, resumedFrom, startOf } from '../../interview/session/interview.js';
import { minutesUsed } from '../../interview/session/progress.js';
import { figuresSoFar } from '../../interview/session/summary.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Occasion } from '../../response/journal/entry.js';
import { finishedResponse } from '../../response/journal/finished-response.js';
import type { ResponseDraft } from '../../response/journal/response-draft.js';
import { exitCodes } from '../exit-code.js';
import { type DiskFiles, diskFiles, writeWhole } from '../files.js';
import { namesToChoose, type Preset, presetOf, type Units, unitsOf } from '../form/presets.js';
import type { Host } from '../host.js';
import { earlierResponses } from '../interview/earlier-responses.js';
import { frontEndFor } from '../interview/front-end.js';
import { interviewId } from '../interview/interview-id.js';
import { beginJournal, type HeldJournal, resumeJournal } from '../interview/open-journal.js';
import { printFindings } from '../print.js';
import { loadRegister } from '../register.js';
import { type Prepared, prepare, type ScoringOptions } from '../scoring.js';
import { UsageError } from '../usage-error.js';

export interface InterviewOptions extends ScoringOptions {
  readonly out: string;
  readonly wave?: string;
  readonly set: readonly string[];
  readonly workshop: boolean;
  readonly resume?: string;
  readonly previous?: readonly string[];
  readonly units?: string;
  readonly keep: readonly string[];
  readonly scores: boolean;
  readonly plain: boolean;
  readonly discardJournal: boolean;
  readonly color: boolean;
}

/** Asks at a terminal, and writes the response; every answer is on disk before the next question is shown. */
export async function interview(
  questionnaireFile: string,
  options: InterviewOptions,
  host: Host,
): Promise<number> {
  const files = diskFiles(host.cwd);
  const prepared = await prepare(questionnaireFile, files, host, options);
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const { questionnaire } = prepared;
  const units = await unitsFor(options, questionnaire, files, host);
  const preset = presetOf(options.set, questionnaire, units);
  const earlier = await earlierResponses(questionnaire, options.previous ?? [], host);
  const frontEnd = await frontEndFor(options, frontEndOptions(questionnaire, units, options), host);
  const path = options.resume ?? (await chosen(frontEnd, questionnaire, options, host));
  if (path === 'interrupted') return exitCodes.interrupted;
  const journal =
    path === 'new'
      ? await beginJournal(options.out, occasionOf(questionnaire, options, host), questionnaire, host)
      : await resumeJournal(path, questionnaire, host);
  if (!('record' in journal)) {
    await printFindings(journal, host, files, options.color);
    return exitCodes.couldNot;
  }
  await printFindings(journal.findings, host, files, options.color);
  try {
    const held = await hold(prepared, journal, preset, earlier, frontEnd, options, host);
    return end(held, questionnaireFile, journal, prepared, options, host);
  } finally {
    await journal.close();
  }
}

async function unitsFor(
  { units }: InterviewOptions,
  questionnaire: Questionnaire,
  files: DiskFiles,
  host: Host,
): Promise<Units | undefined> {
  if (units === undefined) return undefined;
  const { register, findings } = await loadRegister(units, files, questionnaire);
  await printFindings(findings, host, files, false);
  if (register === undefined) throw new UsageError(`${units} cannot be used`, 'Mend what is told above.');
  return unitsOf(register);
}

function frontEndOptions(
  { profile: fields }: Questionnaire,
  units: Units | undefined,
  { keep }: InterviewOptions,
): FrontEndOptions {
  const personal = fields.filter((field) => field.personal).map(({ id }) => id);
  const stranger = keep.find((id) => !personal.includes(id));
  if (stranger !== undefined) {
    throw new UsageError(
      `--keep ${stranger}: the questionnaire has no personal field of this id`,
      personal.length === 0 ? 'It has no personal field at all.' : `It has ${personal.join(', ')}.`,
    );
  }
  return {
    keep: new Set(keep),
    unitNames: (field, profile) => namesToChoose(units, knownOf(profile))(field),
  };
}

function knownOf(profile: ResponseDraft['profile']): Preset {
  return { profile, known: new Map(Object.entries(profile).map(([id, value]) => [id, [value]])) };
}

/** The journal to go on with, where one was left in the folder and is chosen. */
async function chosen(
  frontEnd: FrontEnd,
  questionnaire: Questionnaire,
  { out }: InterviewOptions,
  { cwd }: Host,
): Promise<string> {
  const unfinished = findUnfinished(resolve(cwd, out), questionnaire);
  if (unfinished.length === 0) return 'new';
  const place = await frontEnd.offer(unfinished.map((each) => offerOf(each, questionnaire)));
  return typeof place === 'number' ? (unfinished[place]?.path ?? 'new') : place;
}

function offerOf({ profile, wave, answered, last }: Unfinished, { profile: fields }: Questionnaire): Offer {
  const who = fields.filter(({ unit }) => unit).flatMap(({ id }) => profile[id] ?? []);
  return { who: who.join(', '), wave, answered, last };
}

function occasionOf({ id }: Questionnaire, { wave, workshop }: InterviewOptions, { now }: Host): Occasion {
  return {
    id: interviewId(id, now()),
    ...(wave === undefined ? {} : { wave }),
    mode: workshop ? 'workshop' : 'interview',
  };
}

async function hold(
  { questionnaire, plans }: Prepared,
  journal: HeldJournal,
  preset: Preset,
  earlier: Surroundings['earlier'],
  frontEnd: FrontEnd,
  { scores }: InterviewOptions,
  { now }: Host,
): Promise<{ readonly ending: Ending; readonly draft: ResponseDraft }> {
  const interview = interviewOf(questionnaire, journal.occasion.mode);
  const start = journal.before === undefined ? startOf(interview) : resumedFrom(interview, journal.before);
  const [plan] = plans;
  const figures = scores && plan !== undefined ? figuresSoFar(interview, plan) : () => undefined;
  const conversation = conversationOf(interview, start, {
    record: journal.record,
    minutesUsed: () => minutesUsed(journal.entries, now()),
    figure: figures,
    earlier,
    setAside: journal.before?.setAside ?? [],
  });
  for (const [field, written] of Object.entries(preset.profile)) {
    const refusal = conversation.tell({ do: 'profile', field, written });
    if (refusal !== undefined) throw new UsageError(`--set ${field}: ${textOf(refusal)}`, helpOf(refusal));
  }
  const ending = await frontEnd.hold(conversation);
  return { ending, draft: conversation.state().draft };
}

/** Writes the response, or says how to go on. */
function end(
  { ending, draft }: Awaited<ReturnType<typeof hold>>,
  questionnaireFile: string,
  { path, occasion }: HeldJournal,
  { questionnaire }: Prepared,
  options: InterviewOptions,
  host: Host,
): number {
  if (ending !== 'finished') {
    host.stderr.write(
      `Every answer is kept in ${path}.\nGo on with: milepost interview ${quoted(questionnaireFile)} --resume ${quoted(path)}\n`,
    );
    return ending === 'left' ? exitCodes.done : exitCodes.interrupted;
  }
  const file = responsePath(path);
  const completed = new Date(host.now()).toISOString();
  const response = finishedResponse(questionnaire, occasion, draft, completed);
  writeWhole(host.cwd, file, [`${JSON.stringify(response, null, 2)}\n`]);
  if (options.discardJournal) rmSync(resolve(host.cwd, path), { force: true });
  host.stderr.write(
    `Written: ${file}\nNext: milepost record ${quoted(file)} --questionnaire ${quoted(questionnaireFile)} -o record.html\n`,
  );
  return exitCodes.done;
}

function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `'${path}'`;
}
