import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { unitFields } from '../questionnaire/questionnaire.js';
import type { Resolved } from '../response/resolve.js';
import type { Mode, Response } from '../response/response.js';
import { instantOf } from '../response/texts/plain-values.js';
import { noUnit } from './comparison.js';
import type { ExpectedUnits } from './roll-up/expected-units.js';

/** Whether a unit has returned a response that leaves nothing blank, only others, or none. */
export type ReturnState = 'returned' | 'partly' | 'missing';

/** What came back from one unit in one wave and mode, or that nothing did. */
export interface ReturnStatus {
  /** Its names from the outermost in; one that the register does not tell is left out. */
  readonly path: readonly (string | undefined)[];
  /** Empty where responses name none. */
  readonly wave: string;
  readonly mode: Mode | undefined;
  readonly state: ReturnState;
  readonly responses: number;
  /** Those that leave no question blank which was asked. */
  readonly complete: number;
  /** The share of asked questions that were answered, over all responses; a non-answer that was given is an answer. */
  readonly answered: number | undefined;
  /** The earliest and the latest time of completion that is known, as they were written. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Takes note of responses one by one, and tells what came back in the end. */
export interface ReturnStatusCollector {
  readonly add: (response: Response, resolved: Resolved) => void;
  /** Wave by wave: the expected units in their order, then those that are there besides. */
  readonly finish: () => readonly ReturnStatus[];
}

interface Tally {
  responses: number;
  complete: number;
  asked: number;
  answered: number;
  first: Time | undefined;
  last: Time | undefined;
}

interface Time {
  readonly text: string;
  readonly time: number;
}

/** A unit that something came back from. */
interface Returning {
  readonly path: readonly string[];
  readonly modes: Map<Mode | undefined, Tally>;
}

export function returnStatus(questionnaire: Questionnaire, expected: ExpectedUnits): ReturnStatusCollector {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const waves = new Map<string, Map<string, Returning>>();
  return {
    add: (response, resolved) => {
      const path = fields.map((field) => String(response.profile[field] ?? noUnit));
      const units = entry(waves, response.wave ?? '', () => new Map<string, Returning>());
      const unit = entry(units, JSON.stringify(path), () => ({ path, modes: new Map() }));
      count(entry(unit.modes, response.mode, blankTally), response, resolved);
    },
    finish: () => {
      const all = waves.size > 0 ? [...waves] : [['', new Map<string, Returning>()] as const];
      return all.flatMap(([wave, units]) => statusOf(wave, [...units.values()], expected));
    },
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function blankTally(): Tally {
  return { responses: 0, complete: 0, asked: 0, answered: 0, first: undefined, last: undefined };
}

function count(tally: Tally, { completed }: Response, { states }: Resolved): void {
  let asked = 0;
  let blank = 0;
  for (const state of states) {
    if (state !== 'not_asked') asked += 1;
    if (state === 'unanswered') blank += 1;
  }
  tally.responses += 1;
  if (blank === 0) tally.complete += 1;
  tally.asked += asked;
  tally.answered += asked - blank;
  if (completed === undefined) return;
  const time = { text: completed, time: instantOf(completed) };
  if (tally.first === undefined || time.time < tally.first.time) tally.first = time;
  if (tally.last === undefined || time.time > tally.last.time) tally.last = time;
}

function statusOf(
  wave: string,
  units: readonly Returning[],
  expected: ExpectedUnits,
): readonly ReturnStatus[] {
  const left = new Set(units);
  const rows: ReturnStatus[] = [];
  const tell = (unit: Returning) => {
    if (!left.delete(unit)) return;
    for (const [mode, tally] of unit.modes) rows.push(statusIn(unit.path, wave, mode, tally));
  };
  const byPrefix = prefixesOf(units);
  for (const path of expected) {
    const there = path.includes(undefined)
      ? units.filter((unit) => isWithin(unit.path, path))
      : (byPrefix.get(JSON.stringify(path)) ?? []);
    if (there.length === 0) rows.push(statusIn(path, wave, undefined, blankTally()));
    for (const unit of there) tell(unit);
  }
  for (const unit of units) tell(unit);
  return rows;
}

/** The units below each that names them in part, and each itself. */
function prefixesOf(units: readonly Returning[]): ReadonlyMap<string, readonly Returning[]> {
  const prefixes = new Map<string, Returning[]>();
  for (const unit of units) {
    for (let depth = 1; depth <= unit.path.length; depth += 1) {
      entry<string, Returning[]>(prefixes, JSON.stringify(unit.path.slice(0, depth)), () => []).push(unit);
    }
  }
  return prefixes;
}

function isWithin(path: readonly string[], expected: readonly (string | undefined)[]): boolean {
  return expected.every((name, depth) => name === undefined || name === path[depth]);
}

function statusIn(
  path: ReturnStatus['path'],
  wave: string,
  mode: Mode | undefined,
  { responses, complete, asked, answered, first, last }: Tally,
): ReturnStatus {
  return {
    path,
    wave,
    mode,
    state: responses === 0 ? 'missing' : complete > 0 ? 'returned' : 'partly',
    responses,
    complete,
    answered: asked === 0 ? undefined : answered / asked,
    first: first?.text,
    last: last?.text,
  };
}
