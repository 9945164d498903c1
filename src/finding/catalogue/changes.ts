import { answerChanges } from './changes/answers.js';
import { type Effect, severities } from './changes/change-rule.js';
import { fileChanges } from './changes/files.js';
import { questionChanges } from './changes/questions.js';
import { rubricChanges } from './changes/rubric.js';
import { structureChanges } from './changes/structure.js';

export { versionRules } from './changes/files.js';

const questionnaireChanges = { ...questionChanges, ...answerChanges, ...structureChanges };

/** Every kind of change between two versions of a definition. */
export const changeRules = { ...questionnaireChanges, ...rubricChanges, ...fileChanges };

export type QuestionnaireChangeKind = keyof typeof questionnaireChanges;
export type RubricChangeKind = keyof typeof rubricChanges;
export type ChangeKind = keyof typeof changeRules;

/** What changes of a kind do. */
export function effectOf(kind: ChangeKind): Effect {
  const { severity } = changeRules[kind];
  return severity === severities.breaking ? 'breaking' : severity === severities.notable ? 'notable' : 'safe';
}
