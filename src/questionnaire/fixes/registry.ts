import type { RuleId } from '../../finding/catalogue.js';
import { joinCut, replaceSign } from './expression-signs.js';
import type { FixRule } from './fix.js';
import { addMilepost } from './milepost-line.js';
import { renameDefinition, renameSure, renameUnknownKey } from './rename-key.js';
import { replaceBadForm, replaceName, replaceSure, replaceUnknownWord } from './replace-word.js';
import { quoteWord, retype, withoutZeros } from './retype.js';
import { takeOutTwice, takeOutUse } from './take-out.js';
import { takeOutIgnore } from './unused-ignore.js';
import { mendSyntax } from './yaml-syntax.js';

const theOneMeant = 'The name that was meant, where one slip lies between them and no other is as near.';

/** How findings are mended, by rule. A rule that is not here is for people. */
export const fixes: { readonly [R in RuleId]?: FixRule<R> } = {
  'yaml-syntax': {
    does: 'Spaces for tabs in the indentation, where their width does not matter; quotes around a text that needs them; a second backslash in double quotes.',
    make: mendSyntax,
  },
  'missing-key': { does: 'The line `milepost: 1`.', make: addMilepost },
  'unknown-key': {
    does: 'The key that was meant, where no other is as near and it is free.',
    make: renameUnknownKey,
  },
  'unknown-word': { does: 'The word that was meant, where no other is as near.', make: replaceUnknownWord },
  'bad-form': {
    does: 'The same id in the form that it needs, as `data_owner` for `Data-Owner`.',
    make: replaceBadForm,
  },
  'wrong-type': {
    does: 'The same value as what is needed: quotes put on or taken off, `true` for `yes`, brackets around a single member.',
    make: retype,
  },
  'listed-twice': { does: 'The second of the two is taken out.', make: takeOutTwice },
  'used-twice': { does: 'The second of the two is taken out.', make: takeOutUse },
  'unknown-scale': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-option-list': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-theme': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'named-otherwise': { does: theOneMeant, make: renameDefinition },
  'yaml-boolean-word': { does: 'Quotes around the word.', make: quoteWord },
  'yaml-leading-zero': { does: 'The number without the zeros, as it is read.', make: withoutZeros },
  'expression-syntax': {
    does: 'The sign that was meant: `==` for `=`, `&&` for `and`, straight quotes for bent ones.',
    make: replaceSign,
  },
  'expression-literal': {
    does: 'Quotes around the whole expression, where YAML took the rest of a text for a comment.',
    make: joinCut,
  },
  'expression-unknown-name': { does: theOneMeant, make: replaceName },
  'expression-unknown-function': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.name, written),
  },
  'expression-unknown-option': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.value, written),
  },
  'rubric-unknown-question': { does: theOneMeant, make: renameSure },
  'rubric-unknown-dimension': { does: theOneMeant, make: renameSure },
  'staged-unknown-member': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-threshold': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-gate-node': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-rollup-level': { does: theOneMeant, make: renameSure },
  'rollup-weight': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.id, written),
  },
  'unknown-method': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.method.replace(/^plugin:/, ''), written),
  },
  'example-unknown-question': { does: theOneMeant, make: renameSure },
  'example-unknown-node': { does: theOneMeant, make: renameSure },
  'config-unknown-rule': { does: theOneMeant, make: renameSure },
  'ignore-unknown-rule': {
    does: theOneMeant,
    make: (finding, written) => replaceSure(finding, finding.args.rule, written),
  },
  'ignore-unused': {
    does: 'The rule is taken out of the comment, and the comment with its last rule; not in a file with errors, nor in a fragment or rubric.',
    make: takeOutIgnore,
  },
};
