import type { ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { remarksOf } from '../../response/reading/read-remark.js';
import type { RemarkKey } from '../../response/response.js';

/** The columns about the response itself. */
export const metaColumns = [
  'response_id',
  'wave',
  'mode',
  'completed',
  'questionnaire_version',
  'participants',
  'official',
] as const;
export type MetaColumn = (typeof metaColumns)[number];

/** What a column can hold. */
export type Target =
  | { readonly kind: 'meta'; readonly meta: MetaColumn }
  | { readonly kind: 'profile'; readonly field: ProfileField }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'remark'; readonly question: Question; readonly remark: RemarkKey };

/** Every column that a table of responses can have, by its name. */
export function targetsOf(questionnaire: Questionnaire): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const meta of metaColumns) targets.set(meta, { kind: 'meta', meta });
  for (const field of questionnaire.profile) targets.set(field.id, { kind: 'profile', field });
  for (const question of questionnaire.questions) {
    targets.set(question.id, { kind: 'question', question });
    for (const remark of remarksOf(question)) {
      // A workshop's votes are lists, for which a table has no form.
      if (remark !== 'votes' && remark !== 'dissent') {
        targets.set(`${question.id}__${remark}`, { kind: 'remark', question, remark });
      }
    }
  }
  return targets;
}

/** The name of a target's own column. */
export function nameOf(target: Target): string {
  switch (target.kind) {
    case 'meta':
      return target.meta;
    case 'profile':
      return target.field.id;
    case 'question':
      return target.question.id;
    case 'remark':
      return `${target.question.id}__${target.remark}`;
  }
}
