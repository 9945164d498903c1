import { basename, join, resolve } from 'node:path';
import { helpOf, textOf } from '../../finding/catalogue.js';
import {
  conversationOf,
  type FrontEnd,
  type Offer,
  type Surroundings,
} from '../../interview/conversation.js';
import { findUnfinished, type Unfinished } from '../../interview/journal-file/find-unfinished.js';
import { interviewOf, resumedFrom, startOf } from '../../interview/session/interview.js';
import { stopwatch } from '../../interview/session/progress.js';
import { figuresSoFar } from '../../interview/session/summary.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { OffersFor } from '../../response/carry/carry-offers.js';
import type { Occasion } from '../../response/journal/entry.js';
import type { Replay } from '../../response/journal/replay.js';
import type { ResponseDraft } from '../../response/journal/response-draft.js';
import { offersToCarry } from '../carry/offers-to-carry.js';
import type { CarryOptions } from '../carry/read-instruments.js';
import { exitCodes } from '../exit-code.js';
import { type DiskFiles, diskFiles } from '../files/files.js';
import { presetOf, type Units, unitsOf } from '../form/presets.js';
import type { Host } from '../host.js';
import { askedUnits } from '../interview/asked-units.js';
import { checkOccasion } from '../interview/check-occasion.js';
import { type Ended, end } from '../interview/end.js';
import { frontEndFor } from '../interview/front-end.js';
import { interviewId } from '../interview/interview-id.js';
import { beginJournal, type HeldJournal, resumeJournal } from '../interview/open-journal.js';
import { printFindings } from '../output/print-findings.js';
import type { ConfigOptions } from '../policy/judge.js';
import { whatToAsk } from '../project/what-to-read.js';
import { keptFields, withoutPersonal } from '../returns/personal-fields.js';
import { type Prepared, prepare, type ScoringOptions } from '../scoring/prepare.js';
import { UsageError } from '../usage-error.js';

export interface InterviewOptions extends ScoringOptions, ConfigOptions, CarryOptions {
  readonly out?: string;
  readonly wave?: string;
  readonly set: readonly string[];
  readonly workshop: boolean;
  readonly official: boolean;
  readonly resume?: string;
  readonly previous?: readonly string[];
  readonly units?: string;
  readonly keep: readonly string[];
  readonly scores: boolean;
  readonly plain: boolean;
  readonly discardJournal: boolean;
  readonly color: boolean;
}

/** Where responses go unless told otherwise. */
const here = '.';

/** Asks at a terminal, and writes the response; every answer is on disk before the next question is shown. */
export async function interview(
  named: string | undefined,
  options: InterviewOptions,
  host: Host,
): Promise<number> {
  const files = diskFiles(host.cwd);
  const { questionnaire: questionnaireFile, project } = await whatToAsk(named, options, host, files);
  const prepared = await prepare(questionnaireFile, files, host, options);
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const { questionnaire } = prepared;
  const units = await unitsFor(options.units ?? project?.units, questionnaire, files, host);
  const asked = askedUnits(units, questionnaire);
  const kept = keptFields(questionnaire, options.keep);
  const preset = presetFor(questionnaire, options, units, kept);
  const earlier = await earlierFor(options, questionnaire, host);
  // In a room, nobody wants to find out that half of it could not be read.
  const carried = await offersToCarry(
    { questionnaire, file: questionnaireFile, register: units?.register },
    options,
    files,
    host,
  );
  if (carried === 'unusable') return exitCodes.couldNot;
  const frontEnd = await frontEndFor(options, { keep: kept, ...asked }, host);
  const path = options.resume ?? (await chosen(frontEnd, questionnaire, options, host));
  if (path === 'interrupted') return exitCodes.interrupted;
  const journal =
    path === 'new'
      ? await beginJournal(options.out ?? here, occasionOf(questionnaire, options, host), questionnaire, host)
      : await resumeJournal(path, questionnaire, host);
  if (!('record' in journal)) {
    await printFindings(journal, host, files, options.color);
    return exitCodes.couldNot;
  }
  const strangers = asked.strangers(journal.before?.draft.profile ?? {});
  await printFindings([...journal.findings, ...strangers], host, files, options.color);
  try {
    checkOccasion(journal, options, host);
    const ended = await hold(
      prepared,
      journal,
      { profile: preset, kept, earlier, carried },
      frontEnd,
      options,
      host,
    );
    await printFindings(asked.strangers(ended.draft.profile), host, files, options.color);
    return end(ended, { questionnaire, questionnaireFile, journal }, options, host);
  } finally {
    await journal.close();
  }
}

async function unitsFor(
  units: string | undefined,
  questionnaire: Questionnaire,
  files: DiskFiles,
  host: Host,
): Promise<Units | undefined> {
  if (units === undefined) return undefined;
  const { loadRegister } = await import('../units/load-register.js');
  const { register, findings } = await loadRegister(units, files, questionnaire);
  await printFindings(findings, host, files, false);
  if (register === undefined) throw new UsageError(`${units} cannot be used`, 'Mend what is told above.');
  return unitsOf(register);
}

/** Reading returned files takes a while to load, and nobody waits for it who has none. */
async function earlierFor(
  { previous }: InterviewOptions,
  questionnaire: Questionnaire,
  host: Host,
): Promise<Surroundings['earlier']> {
  if (previous === undefined) return () => undefined;
  const { earlierResponses } = await import('../interview/earlier-responses.js');
  return earlierResponses(questionnaire, previous, host);
}

/** What is known of the respondent; a personal field only where it is kept, and whoever sets one wants it kept. */
function presetFor(
  questionnaire: Questionnaire,
  { set }: InterviewOptions,
  units: Units | undefined,
  kept: ReadonlySet<string>,
): ResponseDraft['profile'] {
  const { profile } = presetOf(set, questionnaire, units);
  const left = withoutPersonal(questionnaire, profile, kept);
  const dropped = Object.keys(profile).find(
    (id) => !Object.hasOwn(left, id) && set.some((setting) => setting.trim().startsWith(`${id}=`)),
  );
  if (dropped === undefined) return left;
  throw new UsageError(
    `--set ${dropped}: the field is personal, and what is personal is not kept`,
    `With \`--keep ${dropped}\` it is.`,
  );
}

/** The journal to go on with, where one was left in the folder and is chosen. */
async function chosen(
  frontEnd: FrontEnd,
  questionnaire: Questionnaire,
  { out = here }: InterviewOptions,
  { cwd }: Host,
): Promise<string> {
  const unfinished = findUnfinished(resolve(cwd, out), questionnaire);
  if (unfinished.length === 0) return 'new';
  const place = await frontEnd.offer(unfinished.map((each) => offerOf(each, questionnaire)));
  if (typeof place !== 'number') return place;
  const journal = unfinished[place]?.path;
  return journal === undefined ? 'new' : join(out, basename(journal));
}

function offerOf({ profile, wave, answered, last }: Unfinished, { profile: fields }: Questionnaire): Offer {
  const who = fields.filter(({ unit }) => unit).flatMap(({ id }) => profile[id] ?? []);
  return { who: who.join(', '), wave, answered, last };
}

function occasionOf(
  { id }: Questionnaire,
  { wave, workshop, official }: InterviewOptions,
  { now }: Host,
): Occasion {
  return {
    id: interviewId(id, now()),
    ...(wave === undefined ? {} : { wave }),
    mode: workshop ? 'workshop' : 'interview',
    ...(official ? { official } : {}),
  };
}

interface Known extends Pick<Surroundings, 'earlier'> {
  readonly carried: OffersFor | undefined;
  readonly profile: ResponseDraft['profile'];
  readonly kept: ReadonlySet<string>;
}

async function hold(
  { questionnaire, plans }: Prepared,
  { occasion, before, record, entries }: HeldJournal,
  { profile, kept, earlier, carried }: Known,
  frontEnd: FrontEnd,
  { scores }: InterviewOptions,
  { now }: Host,
): Promise<Ended> {
  const interview = interviewOf(questionnaire, occasion.mode);
  const start =
    before === undefined ? startOf(interview) : resumedFrom(interview, keeping(questionnaire, before, kept));
  const [plan] = plans;
  const minutes = stopwatch(entries);
  const figures = scores && plan !== undefined ? figuresSoFar(interview, plan) : () => undefined;
  const conversation = conversationOf(interview, start, {
    record,
    minutesUsed: () => minutes(now()),
    figure: figures,
    earlier,
    offers: (known) => carried?.({ profile: known, wave: occasion.wave, id: occasion.id }),
    setAside: before?.setAside ?? [],
  });
  for (const [field, written] of Object.entries(profile)) {
    const refusal = conversation.tell({ do: 'profile', field, written });
    if (refusal !== undefined) throw new UsageError(`--set ${field}: ${textOf(refusal)}`, helpOf(refusal));
  }
  const ending = await frontEnd.hold(conversation);
  return { ending, draft: conversation.state().draft };
}

/** An earlier sitting may have kept what this one does not. */
function keeping(questionnaire: Questionnaire, before: Replay, kept: ReadonlySet<string>): Replay {
  const { draft } = before;
  return { ...before, draft: { ...draft, profile: withoutPersonal(questionnaire, draft.profile, kept) } };
}
