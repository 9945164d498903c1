import type { QuestionnaireChangeKind } from '../../finding/catalogue/changes.js';
import type { DiffContext, Kind } from './change.js';
import { levelRelabelled, levelReplaced } from './kinds/answers/level-label.js';
import { levelRescored } from './kinds/answers/level-score.js';
import { levelReworded, levelRewritten } from './kinds/answers/level-wording.js';
import { endLevelAdded, levelAdded, levelRemoved } from './kinds/answers/levels.js';
import { levelsRenumbered } from './kinds/answers/levels-renumbered.js';
import { optionMadeCombinable, optionMadeExclusive } from './kinds/answers/option-exclusive.js';
import { optionRelabelled, optionReplaced } from './kinds/answers/option-label.js';
import { optionRenamed } from './kinds/answers/option-renamed.js';
import { optionRescored } from './kinds/answers/option-score.js';
import { optionAdded, optionRemoved, scoredOptionAdded } from './kinds/answers/options.js';
import { combineChanged } from './kinds/questions/combine.js';
import { whenAdded, whenChanged, whenRemoved } from './kinds/questions/condition.js';
import { followUpsChanged } from './kinds/questions/follow-ups.js';
import { limitsNarrowed, limitsWidened } from './kinds/questions/limits.js';
import { nonAnswerPermitted, nonAnswerWithdrawn } from './kinds/questions/non-answers.js';
import { numberScoreChanged, numberUnitChanged } from './kinds/questions/number.js';
import { questionAdded, requiredQuestionAdded } from './kinds/questions/question-added.js';
import { questionMoved } from './kinds/questions/question-moved.js';
import { questionRemoved } from './kinds/questions/question-removed.js';
import { questionRenamed } from './kinds/questions/question-renamed.js';
import { questionScaleChanged } from './kinds/questions/question-scale.js';
import { questionThemesChanged } from './kinds/questions/question-themes.js';
import { questionTypeChanged } from './kinds/questions/question-type.js';
import { questionReplaced, questionReworded } from './kinds/questions/question-wording.js';
import { questionMadeOptional, questionMadeRequired } from './kinds/questions/requiredness.js';
import { reverseChanged } from './kinds/questions/reverse.js';
import { barrierAdded, barrierRelabelled, barrierRemoved } from './kinds/structure/barriers.js';
import { dimensionAdded } from './kinds/structure/dimension-added.js';
import { dimensionMoved } from './kinds/structure/dimension-moved.js';
import { dimensionRemoved } from './kinds/structure/dimension-removed.js';
import { dimensionRenamed } from './kinds/structure/dimension-renamed.js';
import { helpChanged } from './kinds/structure/help.js';
import { nonAnswerWordsChanged } from './kinds/structure/non-answer-words.js';
import { orderChanged } from './kinds/structure/order.js';
import { privacyChanged } from './kinds/structure/privacy.js';
import {
  profileFieldMadeOptional,
  profileFieldMadePersonal,
  profileFieldMadeRequired,
  profileFieldTypeChanged,
} from './kinds/structure/profile-field-keys.js';
import {
  profileFieldAdded,
  profileFieldRemoved,
  profileFieldRenamed,
  requiredProfileFieldAdded,
} from './kinds/structure/profile-fields.js';
import { themeAdded, themeRemoved } from './kinds/structure/themes.js';
import { titleChanged } from './kinds/structure/titles.js';
import { unitLevelsChanged } from './kinds/structure/unit-levels.js';

/** Every kind of change of a questionnaire, in the order of the documentation. One that has words and is not here does not compile. */
export const questionnaireKinds: { readonly [K in QuestionnaireChangeKind]: Kind<DiffContext> } = {
  'question-removed': questionRemoved,
  'question-renamed': questionRenamed,
  'question-added': questionAdded,
  'required-question-added': requiredQuestionAdded,
  'question-reworded': questionReworded,
  'question-replaced': questionReplaced,
  'question-type-changed': questionTypeChanged,
  'question-scale-changed': questionScaleChanged,
  'question-made-required': questionMadeRequired,
  'question-made-optional': questionMadeOptional,
  'when-added': whenAdded,
  'when-removed': whenRemoved,
  'when-changed': whenChanged,
  'limits-narrowed': limitsNarrowed,
  'limits-widened': limitsWidened,
  'number-unit-changed': numberUnitChanged,
  'number-score-changed': numberScoreChanged,
  'combine-changed': combineChanged,
  'reverse-changed': reverseChanged,
  'non-answer-withdrawn': nonAnswerWithdrawn,
  'non-answer-permitted': nonAnswerPermitted,
  'question-moved': questionMoved,
  'question-themes-changed': questionThemesChanged,
  'follow-ups-changed': followUpsChanged,
  'level-removed': levelRemoved,
  'level-added': levelAdded,
  'end-level-added': endLevelAdded,
  'levels-renumbered': levelsRenumbered,
  'level-rescored': levelRescored,
  'level-relabelled': levelRelabelled,
  'level-replaced': levelReplaced,
  'level-reworded': levelReworded,
  'level-rewritten': levelRewritten,
  'option-removed': optionRemoved,
  'option-renamed': optionRenamed,
  'option-added': optionAdded,
  'scored-option-added': scoredOptionAdded,
  'option-rescored': optionRescored,
  'option-relabelled': optionRelabelled,
  'option-replaced': optionReplaced,
  'option-made-exclusive': optionMadeExclusive,
  'option-made-combinable': optionMadeCombinable,
  'dimension-removed': dimensionRemoved,
  'dimension-renamed': dimensionRenamed,
  'dimension-added': dimensionAdded,
  'dimension-moved': dimensionMoved,
  'theme-removed': themeRemoved,
  'theme-added': themeAdded,
  'profile-field-removed': profileFieldRemoved,
  'profile-field-renamed': profileFieldRenamed,
  'profile-field-added': profileFieldAdded,
  'required-profile-field-added': requiredProfileFieldAdded,
  'profile-field-type-changed': profileFieldTypeChanged,
  'profile-field-made-required': profileFieldMadeRequired,
  'profile-field-made-optional': profileFieldMadeOptional,
  'profile-field-made-personal': profileFieldMadePersonal,
  'unit-levels-changed': unitLevelsChanged,
  'barrier-removed': barrierRemoved,
  'barrier-added': barrierAdded,
  'barrier-relabelled': barrierRelabelled,
  'non-answer-words-changed': nonAnswerWordsChanged,
  'privacy-changed': privacyChanged,
  'order-changed': orderChanged,
  'title-changed': titleChanged,
  'help-changed': helpChanged,
};
