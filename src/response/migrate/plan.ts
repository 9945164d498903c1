import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { VersionMap } from '../../questionnaire/load-map.js';
import type { Origin, ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { type ResponseReader, responseReader } from '../reading/read-response.js';
import { checkFields, fieldStep } from './field-step.js';
import type { Move, Moved } from './move.js';
import { questionStep } from './question-step.js';
import { routesOf } from './routes.js';

/** One version of a questionnaire, and where its parts stand. */
export interface Version {
  readonly questionnaire: Questionnaire;
  readonly place: (origin: Origin) => Place;
}

/** What decides about the answers to a question or field: that nothing changed, the map, or nobody yet. */
export type How = 'same' | 'keep' | 'levels' | 'ask_again' | 'changed' | 'drop' | 'personal' | 'removed';

/** What becomes of all answers to one question or field of the old version. */
interface StepBase {
  readonly how: How;
  /** Where that is decided: in the map, else in the version that brings it about. */
  readonly place: Place;
  /** The line of the map that decides it, if one does. */
  readonly line?: number;
}

/** Something has no successor, and nothing says that it may go. */
interface Removed {
  readonly kind: 'removed';
  /** What it may be called now. */
  readonly suggestion?: string;
}

export type QuestionStep = StepBase & { readonly from: Question } & (
    | { readonly kind: 'move'; readonly to: Question; readonly move: Move }
    | { readonly kind: 'drop' }
    | Removed
  );

export type FieldMove = (value: string | number) => Moved<string | number>;

export type FieldStep = StepBase & { readonly from: ProfileField } & (
    | { readonly kind: 'move'; readonly to: ProfileField; readonly move: FieldMove }
    | { readonly kind: 'drop' }
    | Removed
  );

/** How responses to one version become responses to another: known before any of them is read. */
export interface MigrationPlan {
  readonly from: Questionnaire;
  readonly to: Questionnaire;
  /** Of the new version. */
  readonly reader: ResponseReader;
  /** Of every question of the old version, in its order; likewise for the profile. */
  readonly questions: readonly QuestionStep[];
  readonly fields: readonly FieldStep[];
  /** Where a question of the new version stands. */
  readonly placeOfNew: (question: string) => Place;
}

/** Plans a migration, and says what of the map does not fit the two versions. With an error, it is not to be used. */
export function makeMigrationPlan(
  old: Version,
  next: Version,
  map: VersionMap | undefined,
): { readonly plan: MigrationPlan; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const reader = responseReader(next.questionnaire);
  const routes = routesOf(old.questionnaire, next.questionnaire, map, findings);
  const context = { old, next, map, routes, reader, findings };
  const plan = {
    from: old.questionnaire,
    to: next.questionnaire,
    reader,
    placeOfNew: (id: string): Place => {
      const origin = reader.byId.get(id)?.question.origin;
      return next.place(origin ?? next.questionnaire.origin);
    },
    questions: old.questionnaire.questions.map((question) => questionStep(question, context)),
    fields: old.questionnaire.profile.map((field) => fieldStep(field, context)),
  };
  checkFields(context);
  const { levels, changed } = routes.decisions;
  for (const [id, { path }] of [...levels, ...changed]) {
    if (map === undefined || routes.sourceOf.has(id)) continue;
    findings.push(finding('map-nothing-to-map', map.place(path, 'key'), { id }));
  }
  return { plan, findings };
}
