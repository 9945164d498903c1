import { alignment } from '../../questionnaire/diff/alignment.js';
import type { Change, DiffContext, Version } from '../../questionnaire/diff/change.js';
import { questionnaireKinds } from '../../questionnaire/diff/registry.js';
import { rubricKinds } from './registry.js';
import type { RubricDiffContext, RubricVersion } from './rubric-context.js';

/** All changes from one version of a questionnaire to another, of its rubric too. */
export function questionnaireChanges(context: DiffContext): readonly Change[] {
  const { old, new: now, returned } = context;
  const rubrics: RubricDiffContext = {
    old: { rubric: old.questionnaire.rubric, locator: old.locator },
    new: { rubric: now.questionnaire.rubric, locator: now.locator },
    questionnaires: context,
    renames: context.alignment.renames,
    ...(returned === undefined ? {} : { returned }),
  };
  return [...Object.values(questionnaireKinds).flatMap((kind) => kind.run(context)), ...rubricOnly(rubrics)];
}

/** Two versions of a questionnaire side by side. */
export function diffContext(old: Version, now: Version): DiffContext {
  return {
    old,
    new: now,
    alignment: alignment(old.questionnaire, now.questionnaire),
  };
}

/** All changes from one version of a rubric by itself to another. */
export function rubricChanges(old: RubricVersion, now: RubricVersion): readonly Change[] {
  return rubricOnly({ old, new: now, renames: new Map() });
}

function rubricOnly(context: RubricDiffContext): readonly Change[] {
  return Object.values(rubricKinds).flatMap((kind) => kind.run(context));
}
