import type { CheckContext, CheckRule, SourceContext } from './check-rule.js';
import { doubleBarrelled } from './double-barrelled.js';
import { hardToRead } from './hard-to-read.js';
import { labelChangedBySpreadsheet } from './label-changed-by-spreadsheet.js';
import { labelWithSemicolon } from './label-with-semicolon.js';
import { labelsAlike } from './labels-alike.js';
import { leadingWording } from './leading-wording.js';
import { levelsPartlyWorded } from './levels-partly-worded.js';
import { levelsWordedAlike } from './levels-worded-alike.js';
import { noExample } from './no-example.js';
import { personalNotMarked } from './personal-not-marked.js';
import { whenAlwaysTrue } from './when-always-true.js';
import { whenNeverTrue } from './when-never-true.js';
import { yamlBooleanWord } from './yaml-boolean-word.js';
import { yamlLeadingZero } from './yaml-leading-zero.js';
import { yamlTextCut } from './yaml-text-cut.js';

/** The rules that look at the questionnaire alone, in the order of the documentation. */
export const questionnaireChecks = {
  'when-never-true': whenNeverTrue,
  'when-always-true': whenAlwaysTrue,
  'levels-partly-worded': levelsPartlyWorded,
  'levels-worded-alike': levelsWordedAlike,
  'labels-alike': labelsAlike,
  'label-changed-by-spreadsheet': labelChangedBySpreadsheet,
  'label-with-semicolon': labelWithSemicolon,
  'yaml-boolean-word': yamlBooleanWord,
  'yaml-leading-zero': yamlLeadingZero,
  'yaml-text-cut': yamlTextCut,
  'leading-wording': leadingWording,
  'double-barrelled': doubleBarrelled,
  'hard-to-read': hardToRead,
  'personal-not-marked': personalNotMarked,
  'no-example': noExample,
} satisfies Readonly<Record<string, CheckRule<CheckContext>>>;

/** Those that look at definitions as they are written, of whatever kind. */
export const sourceChecks: readonly CheckRule<SourceContext>[] = [yamlLeadingZero, yamlTextCut];

/** Those that can look at a fragment by itself. */
export const fragmentChecks: readonly CheckRule<CheckContext>[] = [
  labelsAlike,
  labelChangedBySpreadsheet,
  labelWithSemicolon,
  yamlBooleanWord,
  personalNotMarked,
  ...sourceChecks,
];
