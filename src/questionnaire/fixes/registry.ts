import type { RuleId } from '../../finding/catalogue.js';
import { joinCut, replaceSign } from './expression-signs.js';
import type { MakeFix } from './fix.js';
import { addMilepost } from './milepost-line.js';
import { renameDefinition, renameSure, renameUnknownKey } from './rename-key.js';
import { replaceBadForm, replaceName, replaceSure, replaceUnknownWord } from './replace-word.js';
import { quoteWord, retype, withoutZeros } from './retype.js';
import { takeOutTwice, takeOutUse } from './take-out.js';
import { takeOutIgnore } from './unused-ignore.js';
import { mendSyntax } from './yaml-syntax.js';

/** How findings are mended, by rule. A rule that is not here is for people. */
export const fixes: { readonly [R in RuleId]?: MakeFix<R> } = {
  'yaml-syntax': mendSyntax,
  'missing-key': addMilepost,
  'unknown-key': renameUnknownKey,
  'unknown-word': replaceUnknownWord,
  'bad-form': replaceBadForm,
  'wrong-type': retype,
  'listed-twice': takeOutTwice,
  'used-twice': takeOutUse,
  'unknown-scale': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-option-list': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-theme': (finding, written) => replaceSure(finding, finding.args.id, written),
  'named-otherwise': renameDefinition,
  'yaml-boolean-word': quoteWord,
  'yaml-leading-zero': withoutZeros,
  'expression-syntax': replaceSign,
  'expression-literal': joinCut,
  'expression-unknown-name': replaceName,
  'expression-unknown-function': (finding, written) => replaceSure(finding, finding.args.name, written),
  'expression-unknown-option': (finding, written) => replaceSure(finding, finding.args.value, written),
  'rubric-unknown-question': renameSure,
  'rubric-unknown-dimension': renameSure,
  'staged-unknown-member': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-threshold': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-gate-node': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-rollup-level': renameSure,
  'rollup-weight': (finding, written) => replaceSure(finding, finding.args.id, written),
  'unknown-method': (finding, written) =>
    replaceSure(finding, finding.args.method.replace(/^plugin:/, ''), written),
  'example-unknown-question': renameSure,
  'example-unknown-node': renameSure,
  'config-unknown-rule': renameSure,
  'ignore-unknown-rule': (finding, written) => replaceSure(finding, finding.args.rule, written),
  'ignore-unused': takeOutIgnore,
};
