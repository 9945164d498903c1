import { within } from '../../../checks/asked.js';
import type { Option } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { type OptionsPair, optionsPairs } from '../../answer-sets.js';
import { type DiffContext, defineChange, picks } from '../../change.js';
import { isEdit } from '../../wording.js';

const question = (label: string) => `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: ${label} }
    - { id: cloud, label: In the cloud }
- { id: owner, text: Is there an owner?, scale: four }`;

export const optionRelabelled = defineChange({
  id: 'option-relabelled',
  reason: `An edited label may be understood a little differently, and cells that say the old one are no longer read. What an
edit is, is measured as for the wording of questions.`,
  before: question('A data centre of our own'),
  after: question('A data centre of your own'),
  *compare(context) {
    for (const { set, old, new: now } of relabelled(context)) {
      if (!isEdit(old.label, now.label)) continue;
      yield {
        subject: { what: 'option', id: now.id },
        old: within(old.origin, 'label'),
        new: within(now.origin, 'label'),
        args: { of: set.of, option: now.id, from: old.label, to: now.label },
      };
    }
  },
});

export const optionReplaced = defineChange({
  id: 'option-replaced',
  reason: `An id whose label says something else makes the answers that name it say so too.`,
  before: question('A data centre of our own'),
  after: question('With a neighbour'),
  *compare(context) {
    for (const { set, old, new: now } of relabelled(context)) {
      if (isEdit(old.label, now.label)) continue;
      yield {
        subject: { what: 'option', id: now.id },
        old: within(old.origin, 'label'),
        new: within(now.origin, 'label'),
        args: { of: set.of, option: now.id, from: old.label, to: now.label },
        touches: { questions: set.owners, are: picks(old.id) },
      };
    }
  },
});

interface Relabelled extends Pair<Option> {
  readonly set: OptionsPair;
}

function relabelled(context: DiffContext): readonly Relabelled[] {
  return optionsPairs(context).flatMap((set) =>
    set.options.pairs
      .filter(({ old, new: now }) => old.label.trim() !== now.label.trim())
      .map((pair) => ({ ...pair, set })),
  );
}
