import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding, isError } from '../../finding/finding.js';
import type { Input } from '../../intake/batch.js';
import { intake } from '../../intake/intake.js';
import type { Register } from '../../intake/register/register.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Instrument } from '../../response/carry/instrument.js';
import { sameQuestions } from '../../response/carry/same-questions.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import type { Response } from '../../response/response.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadForUse } from '../project/load-for-use.js';
import { responseInputs, stdinName } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';
import { definitionsBeside } from './definitions-beside.js';

/** What the command line says of answers that are brought over. */
export interface CarryOptions {
  /** Returned files: answers that were given in other instruments, or in another wave. */
  readonly carry: readonly string[];
  /** Questionnaires that they answer. */
  readonly carryOf: readonly string[];
}

/** What answers can be carried from, and what is wrong with it. */
export interface ReadInstruments {
  readonly instruments: readonly Instrument[];
  readonly findings: readonly Finding[];
}

/** The questionnaire that is asked, its file, and how units are called, where a register says so. */
export interface AskedNow {
  readonly questionnaire: Questionnaire;
  readonly file: string;
  readonly register?: Register | undefined;
}

/**
 * Reads answers to carry. Which questionnaire a response answers it says itself; that is the one that is asked, one that is named,
 * or one in the same folder. A table does not say: it answers those that are named, else the one that is asked.
 */
export async function readInstruments(
  { questionnaire, file, register }: AskedNow,
  { carry, carryOf }: CarryOptions,
  files: DiskFiles,
  host: Host,
): Promise<ReadInstruments> {
  if (carry.length === 0) {
    if (carryOf.length > 0)
      throw new UsageError('--carry-of needs --carry', 'It says what the answers named there answer.');
    return { instruments: [], findings: [] };
  }
  const named = carryOf.map((path) => usable(path, files));
  const beside = (id: string) => definitionsBeside(file, id, files, host);
  const found = new Map<Questionnaire, Response[]>();
  const findings: Finding[] = [];
  for (const input of await responseInputs(host, carry)) {
    if (input.name === stdinName) throw new UsageError('--carry cannot read standard input', 'Name a file.');
    const read = await readInput(input, [...named, questionnaire], beside, register);
    findings.push(...read.findings);
    for (const [definition, responses] of read.found) {
      found.set(definition, [...(found.get(definition) ?? []), ...responses]);
    }
  }
  const instruments = [...found].map(
    ([definition, responses]): Instrument => ({ questionnaire: definition, responses }),
  );
  for (const instrument of instruments) findings.push(...comparison(questionnaire, instrument, file));
  return { instruments, findings };
}

function usable(path: string, files: DiskFiles): Questionnaire {
  const { questionnaire, findings } = loadForUse(path, files);
  if (questionnaire !== undefined) return questionnaire;
  const [first] = findings;
  throw new UsageError(
    `--carry-of ${path} cannot be used${first === undefined ? '' : `: ${textOf(first)}`}`,
    '`milepost check` says what is wrong with it.',
  );
}

interface InputReading {
  readonly found: ReadonlyMap<Questionnaire, readonly Response[]>;
  readonly findings: readonly Finding[];
}

/** One file by every questionnaire that has answers in it. */
async function readInput(
  input: Input,
  known: readonly Questionnaire[],
  beside: (id: string) => readonly Questionnaire[],
  register: Register | undefined,
): Promise<InputReading> {
  const place = { file: input.name };
  const found = new Map<Questionnaire, readonly Response[]>();
  const findings: Finding[] = [];
  const queue = [...known];
  const tried = new Set<Questionnaire>();
  const strangers = new Map<string, Stranger>();
  let because: string | undefined;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (tried.has(next)) continue;
    tried.add(next);
    const reading = await readBy(next, input, register);
    const { accepted, otherWording, refused, others } = reading;
    if (otherWording > 0) {
      const { id, version } = next;
      findings.push(
        finding('carry-other-wording', place, { questionnaire: id, version, responses: otherWording }),
      );
    }
    if (accepted.length > 0) found.set(next, accepted);
    const isRead = accepted.length + otherWording > 0;
    if (isRead && refused > 0) {
      findings.push(finding('carry-refused', place, { responses: refused, because: reading.because ?? '' }));
    }
    because ??= reading.because;
    for (const other of others) {
      const key = JSON.stringify([other.id, other.version]);
      if (strangers.has(key)) continue;
      strangers.set(key, other);
      queue.push(...beside(other.id));
    }
    // A table says nothing of its questionnaire, so that the next one would read the same rows again.
    if (others.length === 0 && isRead) break;
  }
  for (const { id, version, responses, because: text } of strangers.values()) {
    const own = [...tried].filter((each) => each.id === id);
    if (own.length === 0) findings.push(finding('carry-unknown-questionnaire', place, { found: id }));
    else if (version !== undefined && !own.some((each) => each.version === version)) {
      because ??= text;
      if (found.size > 0) findings.push(finding('carry-refused', place, { responses, because: text }));
    }
  }
  if (found.size === 0 && !findings.some(isError)) {
    findings.push(finding('carry-no-responses', place, { because }));
  }
  return { found, findings };
}

/** Answers to another questionnaire; or to another version, where that is known. */
interface Stranger {
  readonly id: string;
  readonly version: string | undefined;
  readonly responses: number;
  readonly because: string;
}

interface Reading {
  readonly accepted: readonly Response[];
  /** How many were given to the same version in another wording: nobody knows what they mean. */
  readonly otherWording: number;
  readonly refused: number;
  readonly others: readonly Stranger[];
  /** The first thing that is wrong. */
  readonly because: string | undefined;
}

async function readBy(
  questionnaire: Questionnaire,
  input: Input,
  register: Register | undefined,
): Promise<Reading> {
  const digest = questionnaireDigest(questionnaire);
  const accepted: Response[] = [];
  const others: Stranger[] = [];
  let otherWording = 0;
  let refused = 0;
  let because: string | undefined;
  for await (const batch of intake(questionnaire, [input], { register })) {
    for (const { response } of batch.accepted) {
      if ((response.questionnaire.digest ?? digest) === digest) accepted.push(response);
      else otherWording += 1;
    }
    for (const { because: rule, findings } of batch.rejected) {
      if (rule === 'other-questionnaire' || rule === 'other-version') continue;
      refused += 1;
      const [first] = findings;
      if (first !== undefined) because ??= textOf(first);
    }
    for (const found of batch.findings) {
      if (found.rule === 'other-questionnaire' || found.rule === 'other-version') {
        const { found: named, responses } = found.args;
        const of =
          found.rule === 'other-version'
            ? { id: questionnaire.id, version: named }
            : { id: named, version: undefined };
        others.push({ ...of, responses, because: textOf(found) });
      } else if (isError(found)) because ??= textOf(found);
    }
  }
  return { accepted, otherWording, refused, others, because };
}

/** What the two questionnaires do not ask alike. */
function comparison(
  now: Questionnaire,
  { questionnaire, responses }: Instrument,
  file: string,
): readonly Finding[] {
  if (questionnaire === now) return [];
  const { same, changed } = sameQuestions(now, questionnaire);
  const { id, version } = questionnaire;
  if (same.length === 0) {
    const args = { questionnaire: id, version, changed, responses: responses.length };
    return [finding('carry-nothing-in-common', { file }, args)];
  }
  return changed.length === 0
    ? []
    : [
        finding(
          'carry-other-questions',
          { file },
          { questionnaire: id, version, changed, same: same.length },
        ),
      ];
}
