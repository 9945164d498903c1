import type { DescribedRuleId } from '../../finding/catalogue.js';
import { questionnaireChecks } from '../../questionnaire/checks/registry.js';
import type { RuleDescription } from '../../questionnaire/checks/rule-description.js';
import { missingKey } from '../../questionnaire/checks/while-loading/missing-key.js';
import { missingRecommended } from '../../questionnaire/checks/while-loading/missing-recommended.js';
import { readsAsNonAnswer } from '../../questionnaire/checks/while-loading/reads-as-non-answer.js';
import { wrongType } from '../../questionnaire/checks/while-loading/wrong-type.js';
import { yamlCutAtComma } from '../../questionnaire/checks/while-loading/yaml-cut-at-comma.js';
import { yamlSyntax } from '../../questionnaire/checks/while-loading/yaml-syntax.js';
import { exampleDiffers } from './example-differs.js';
import { planChecks } from './registry.js';
import { mixedRanges } from './while-planning/mixed-ranges.js';
import { nothingScored } from './while-planning/nothing-scored.js';
import { unreachableBand } from './while-planning/unreachable-band.js';
import { unreachableMaximum } from './while-planning/unreachable-maximum.js';
import { unreachableThreshold } from './while-planning/unreachable-threshold.js';

/**
 * Every rule that is described, in the order of the documentation, which is that of a run. One that the catalogue says is
 * described and that is not here, or the other way round, does not compile.
 */
export const ruleDescriptions: { readonly [R in DescribedRuleId]: RuleDescription<R> } = {
  'yaml-syntax': yamlSyntax,
  'yaml-cut-at-comma': yamlCutAtComma,
  'missing-key': missingKey,
  'wrong-type': wrongType,
  'missing-recommended': missingRecommended,
  'reads-as-non-answer': readsAsNonAnswer,
  ...questionnaireChecks,
  'nothing-scored': nothingScored,
  'mixed-ranges': mixedRanges,
  'unreachable-maximum': unreachableMaximum,
  'unreachable-band': unreachableBand,
  'unreachable-threshold': unreachableThreshold,
  ...planChecks,
  'example-differs': exampleDiffers,
};
