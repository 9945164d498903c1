import { type Finding, finding, isError, type Place } from '../../../finding/finding.js';
import { undecided } from '../../../questionnaire/map/undecided.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import { unpackedDefinition } from '../../../response/form/form-definition.js';
import { questionnaireDigest } from '../../../response/meaning/digest.js';
import { migrator } from '../../../response/migrate/apply.js';
import { makeMigrationPlan } from '../../../response/migrate/plan.js';
import { migrationTold } from '../../../response/migrate/told.js';
import { resolve } from '../../../response/resolve.js';
import { type Accepted, type Batch, type BatchDraft, emptyBatch } from '../../batch.js';
import { closingFindings, openSession, type Session, type SourceFile } from '../../session.js';
import type { Book } from './book.js';
import { readForm } from './form.js';
import type { FormSheet } from './form-sheet.js';

/** Whether a form is of another version, and can be carried over: it says what it asked, and a map says what became of that. */
export function isToCarryOver({ questionnaire }: Session, { options }: SourceFile, form: FormSheet): boolean {
  return (
    options.map !== undefined &&
    form.definition.length > 0 &&
    form.facts.get('form') === 'full' &&
    form.facts.get('questionnaire') === questionnaire.id &&
    form.facts.get('version') !== questionnaire.version
  );
}

/**
 * A form of another version, read by the questionnaire that it was made from, and its answers carried over as
 * `milepost migrate` does. What the map leaves undecided refuses it.
 */
export function readOlderForm(session: Session, file: SourceFile, book: Book, form: FormSheet): Batch {
  file.unit = 'form';
  const place: Place = { file: file.name };
  const { map, ...options } = file.options;
  const old = unpackedDefinition(form.definition, file.name);
  if (map === undefined || old === undefined || !isMadeFrom(form, old)) {
    const detail = 'what its hidden sheet says of its questionnaire was changed or cut off';
    return refused(file.name, [finding('form-unreadable', place, { detail })]);
  }
  const open = undecided(map).map((found): Finding => ({ ...found, severity: 'error' }));
  if (open.length > 0) return refused(file.name, open);
  const { plan, findings: planned } = makeMigrationPlan(
    { questionnaire: old, place: () => place },
    { questionnaire: session.questionnaire, place: ({ file: of, path }) => ({ file: of, path }) },
    map,
  );
  if (planned.some(isError)) return refused(file.name, planned);

  const { keys, units, files } = session;
  const older: Session = { ...openSession(old, session.options), keys, units, files };
  const read = readForm(older, { ...file, options }, book, form);
  const carry = migrator(plan);
  const told = migrationTold(plan);
  const batch: BatchDraft = { ...emptyBatch(file.name), read: read.read };
  batch.opened.push(...read.opened);
  batch.leftOut.push(...read.leftOut);
  // Mended, their rows would be read by the ids of this version: what is to be mended is the form.
  batch.rejected.push(...read.rejected.map(({ row: _, ...rejected }) => rejected));
  batch.findings.push(...read.findings, ...closingFindings(older));
  for (const accepted of read.accepted) {
    const migrated = carry(accepted.response);
    told.note(migrated);
    const faults = [
      ...migrated.missing.map(({ id, title }) => finding('profile-missing', place, { name: id, title })),
      ...told.findings().filter(isError),
    ];
    if (faults.length > 0) {
      batch.rejected.push({ place, because: faults[0]?.rule ?? 'form-unreadable', findings: faults });
      continue;
    }
    batch.accepted.push(carriedOver(session.questionnaire, accepted, migrated.response));
    const args = { from: old.version, to: session.questionnaire.version };
    batch.findings.push(...planned, ...told.findings(), finding('form-carried-over', place, args));
  }
  return batch;
}

/** Whether the form was made from this very questionnaire. */
function isMadeFrom({ facts }: FormSheet, old: Questionnaire): boolean {
  return (
    old.id === facts.get('questionnaire') &&
    old.version === facts.get('version') &&
    questionnaireDigest(old) === facts.get('digest')
  );
}

function carriedOver(
  questionnaire: Questionnaire,
  { place }: Accepted,
  response: Accepted['response'],
): Accepted {
  return { response, resolved: resolve(questionnaire, response), place };
}

function refused(file: string, findings: readonly Finding[]): Batch {
  const because = findings[0]?.rule ?? 'form-unreadable';
  return { ...emptyBatch(file), read: 1, rejected: [{ place: { file }, because, findings }] };
}
