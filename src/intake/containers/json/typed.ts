import { type Finding, finding, type Path, type Place, type Range } from '../../../finding/finding.js';
import { type ResponseReading, readResponse } from '../../../response/reading/read-response.js';
import { missingRequired, resolve } from '../../../response/resolve.js';
import type { BatchDraft, Rejected } from '../../batch.js';
import { rejectKey } from '../../columns/reject-columns.js';
import type { RegisteredUnits } from '../../register/registered-units.js';
import { claimText, noteAskAgain, noteNotAsked, type Session, type SourceFile } from '../../session.js';
import { countOne, type Tally } from '../../tally.js';

/** Where a response in JSON stands. */
export interface Spot {
  readonly file: SourceFile;
  readonly place: Place;
  /** The number of its line or element, from 1. */
  readonly position: number;
  /** The path to it within the file. */
  readonly prefix: Path;
  /** Where the value at a path within it begins and ends: asked for only when there is something to tell. */
  readonly rangeOf: (path: Path) => Range;
  /** Its text on one line, asked for only if it is refused. */
  readonly json: () => string;
}

/** Reads one typed response into the batch, as a response or as a reject. */
export function readTyped(
  session: Session,
  said: unknown,
  spot: Spot,
  tally: Tally,
  batch: BatchDraft,
): void {
  const written = withoutLabel(said);
  const { questionnaire, reader, validator, options } = session;
  if (options.isRead?.(String(memberOf(written, 'wave') ?? '')) === false) {
    // Its line was counted before anybody could know its wave.
    batch.read -= 1;
    return;
  }
  const locate = (path: Path): Place => ({ file: spot.file.name, path: [...spot.prefix, ...path] });
  if (isStranger(session, written, spot, tally, batch)) return;
  notePassedOver(written, spot, tally);
  const read = readResponse(reader, written, locate);
  const { data, findings, faulty } =
    session.register === undefined ? read : settleTyped(session.register, read, spot, locate, tally);
  const faults: Finding[] = [...findings];
  const duplicate = duplicateOf(session, data, spot, locate);
  if (duplicate !== undefined) faults.push(duplicate);
  const accepted = validator.accepts(data);
  if (!accepted) {
    faults.push(...validator.findings(data, locate, faulty));
  } else {
    const resolved = resolve(questionnaire, data);
    for (const index of missingRequired(questionnaire, resolved, data.ask_again)) {
      const question = questionnaire.questions[index];
      if (question === undefined) continue;
      const { id, nonAnswers: permitted } = question;
      faults.push(finding('answer-missing', locate(['answers', id]), { name: id, permitted }));
    }
    if (faults.length === 0) {
      for (const field of questionnaire.profile) {
        const name = data.profile[field.id];
        if (!field.unit || typeof name !== 'string') continue;
        const near = session.units.note(field.id, name, {
          ...spot.place,
          path: [...spot.prefix, 'profile', field.id],
        });
        if (near !== undefined) batch.findings.push(ranged(near, spot));
      }
      if (data.ask_again !== undefined) {
        noteAskAgain(session, data.ask_again, (id) => ({
          ...locate(['ask_again', id]),
          range: spot.rangeOf(['ask_again', id]),
        }));
      }
      noteNotAsked(session, resolved, (id) => ({
        ...locate(['answers', id]),
        range: spot.rangeOf(['answers', id]),
      }));
      batch.accepted.push({ response: data, resolved, place: spot.place });
      return;
    }
  }
  const because = faults[0]?.rule ?? 'response-bad-value';
  const told = faults.map((found) => ranged(found, spot));
  batch.rejected.push({ place: spot.place, because, findings: told, json: spot.json() });
}

/** Without what a file of rejects says of it. */
function withoutLabel(written: unknown): unknown {
  if (memberOf(written, rejectKey) === undefined || typeof written !== 'object') return written;
  return Object.fromEntries(Object.entries(written ?? {}).filter(([key]) => key !== rejectKey));
}

/** Counts the constants of the file that a response does not say itself: it is typed, and means what it says. */
function notePassedOver(written: unknown, { file, place }: Spot, tally: Tally): void {
  for (const [name, value] of Object.entries(file.options.map?.definition.constants ?? {})) {
    const said = memberOf(written, name) ?? memberOf(memberOf(written, 'profile'), name);
    if (said !== undefined && String(said) === String(value)) continue;
    countOne(tally, `constant-passed-over ${name}`, (responses) =>
      finding('constant-passed-over', place, { name, value: String(value), responses }),
    );
  }
}

/** A response whose units are as the register has them. What could not be read is no fault where the register says it. */
function settleTyped(
  register: RegisteredUnits,
  reading: ResponseReading,
  { rangeOf }: Spot,
  locate: (path: Path) => Place,
  tally: Tally,
): ResponseReading {
  const { data } = reading;
  const profile = memberOf(data, 'profile');
  if (typeof data !== 'object' || typeof profile !== 'object' || profile === null) return reading;
  const said = Object.fromEntries(
    Object.entries(profile).flatMap(([field, value]: [string, unknown]): [string, string | number][] =>
      typeof value === 'string' || typeof value === 'number' ? [[field, value]] : [],
    ),
  );
  const placeOf = (field: string): Place => {
    const path = ['profile', field];
    return { ...locate(path), range: rangeOf(path) };
  };
  const settled = register.settle(said, placeOf, tally);
  const isSettled = ([key, field]: Path) => key === 'profile' && settled.given.has(String(field));
  const left = reading.faulty.flatMap((path, i) => (isSettled(path) ? [] : [i]));
  const of = <T>(list: readonly T[]) => list.filter((_, i) => left.includes(i));
  const { faults } = settled;
  // Of a unit that is not known, nobody can say what it lacks.
  const lacks = faults.length > 0 && register.required.some(({ id }) => settled.profile[id] === undefined);
  return {
    data: { ...data, profile: { ...profile, ...settled.profile } },
    findings: [...of(reading.findings), ...faults],
    faulty: [
      ...of(reading.faulty),
      ...faults.map(({ path = [] }) => path.slice(-2)),
      ...(lacks ? [['profile']] : []),
    ],
  };
}

/** Whether it answers another questionnaire or version, which refuses it. Another wording is told of. */
function isStranger(
  { questionnaire, digest }: Session,
  written: unknown,
  spot: Spot,
  tally: Tally,
  batch: BatchDraft,
): boolean {
  const reference = memberOf(written, 'questionnaire');
  const id = memberOf(reference, 'id');
  const version = memberOf(reference, 'version');
  const found = memberOf(reference, 'digest');
  const place = (): Place => ({
    ...spot.place,
    path: [...spot.prefix, 'questionnaire'],
    range: spot.rangeOf(['questionnaire']),
  });
  if (typeof id === 'string' && id !== questionnaire.id) {
    const tell = (responses: number) =>
      finding('other-questionnaire', place(), { found: id, needed: questionnaire.id, responses });
    countOne(tally, `other-questionnaire ${id}`, tell);
    batch.rejected.push(refusedFor(tell(1), spot));
    return true;
  }
  if (typeof version === 'string' && version !== questionnaire.version) {
    const tell = (responses: number) =>
      finding('other-version', place(), { found: version, needed: questionnaire.version, responses });
    countOne(tally, `other-version ${version}`, tell);
    batch.rejected.push(refusedFor(tell(1), spot));
    return true;
  }
  if (typeof found === 'string' && found !== digest) {
    countOne(tally, 'other-digest', (responses) =>
      finding('other-digest', place(), { version: questionnaire.version, responses }),
    );
  }
  return false;
}

/** For a reason that is told once for the whole file. */
function refusedFor(told: Finding, spot: Spot): Rejected {
  return { place: spot.place, because: told.rule, findings: [], told, json: spot.json() };
}

function duplicateOf(
  session: Session,
  data: unknown,
  spot: Spot,
  locate: (path: Path) => Place,
): Finding | undefined {
  const id = memberOf(data, 'id');
  if (typeof id !== 'string' || id === '') return undefined;
  const written = memberOf(data, 'wave');
  const wave = typeof written === 'string' ? written : undefined;
  const claim = session.keys.claim(wave, id, spot.position);
  if (claim === undefined || session.options.duplicates !== 'refuse') return undefined;
  return finding('duplicate-response', locate(['id']), { id, wave, first: claimText(session, claim) });
}

/** With the place in the text, which the path gives. */
function ranged<F extends Finding>(found: F, { rangeOf, prefix }: Spot): F {
  return { ...found, range: rangeOf((found.path ?? prefix).slice(prefix.length)) };
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}
