import type { RubricChangeKind } from '../../finding/catalogue/changes.js';
import type { Kind } from '../../questionnaire/diff/change.js';
import { rubricForChanged, rubricRetitled } from './kinds/about.js';
import { bandMoved, bandRelabelled, bandRenamed, bandRevalued } from './kinds/band-keys.js';
import { bandAdded, bandRemoved, bandsAbolished, bandsIntroduced } from './kinds/bands.js';
import { coverageChanged } from './kinds/coverage.js';
import { expressionChanged } from './kinds/expression.js';
import { gateAdded, gateChanged, gateRemoved, gateReworded } from './kinds/gates.js';
import { indexAdded, indexRemoved } from './kinds/indices.js';
import { methodChanged, overChanged } from './kinds/method.js';
import { missingChanged } from './kinds/missing.js';
import { overallAbolished, overallIntroduced } from './kinds/overall.js';
import { pluginsChanged } from './kinds/plugins.js';
import { rangeChanged } from './kinds/range.js';
import { rankingChanged } from './kinds/ranking.js';
import { rollupChanged } from './kinds/rollup.js';
import { digitsChanged, roundingChanged } from './kinds/rounding.js';
import { scoreOverrideChanged } from './kinds/score-overrides.js';
import { stageAdded, stageChanged, stageRemoved, thresholdChanged } from './kinds/stages.js';
import { dimensionWeightChanged, questionWeightChanged } from './kinds/weights.js';
import type { RubricDiffContext } from './rubric-context.js';

/** Every kind of change of a rubric, in the order of the documentation. One that has words and is not here does not compile. */
export const rubricKinds: { readonly [K in RubricChangeKind]: Kind<RubricDiffContext> } = {
  'method-changed': methodChanged,
  'over-changed': overChanged,
  'range-changed': rangeChanged,
  'expression-changed': expressionChanged,
  'missing-changed': missingChanged,
  'coverage-changed': coverageChanged,
  'bands-introduced': bandsIntroduced,
  'bands-abolished': bandsAbolished,
  'band-added': bandAdded,
  'band-removed': bandRemoved,
  'band-moved': bandMoved,
  'band-renamed': bandRenamed,
  'band-revalued': bandRevalued,
  'band-relabelled': bandRelabelled,
  'stage-added': stageAdded,
  'stage-removed': stageRemoved,
  'stage-changed': stageChanged,
  'threshold-changed': thresholdChanged,
  'gate-added': gateAdded,
  'gate-removed': gateRemoved,
  'gate-changed': gateChanged,
  'gate-reworded': gateReworded,
  'index-added': indexAdded,
  'index-removed': indexRemoved,
  'overall-introduced': overallIntroduced,
  'overall-abolished': overallAbolished,
  'rollup-changed': rollupChanged,
  'rounding-changed': roundingChanged,
  'digits-changed': digitsChanged,
  'ranking-changed': rankingChanged,
  'question-weight-changed': questionWeightChanged,
  'dimension-weight-changed': dimensionWeightChanged,
  'score-override-changed': scoreOverrideChanged,
  'plugins-changed': pluginsChanged,
  'rubric-retitled': rubricRetitled,
  'rubric-for-changed': rubricForChanged,
};
