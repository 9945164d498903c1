import { within } from '../../../checks/asked.js';
import type { Level } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { type ScalePair, scalePairs } from '../../answer-sets.js';
import { type DiffContext, defineChange, picks } from '../../change.js';
import { isEdit } from '../../wording.js';

const scale = (label: string) => `scales:
  two: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] }
  four:
    levels:
      - { value: 1, label: No datasets }
      - { value: 2, label: ${label} }
      - { value: 3, label: All datasets }`;

export const levelRelabelled = defineChange({
  id: 'level-relabelled',
  reason: `An edited label may be understood a little differently, and cells that say the old one are no longer read. What an
edit is, is measured as for the wording of questions.`,
  before: scale('Some datasets'),
  after: scale('Some of the datasets'),
  *compare(context) {
    for (const { scale, old, new: now } of relabelled(context)) {
      if (!isEdit(old.label, now.label)) continue;
      yield {
        subject: { what: 'scale', id: scale.old.id },
        old: within(old.origin, 'label'),
        new: within(now.origin, 'label'),
        args: { scale: scale.new.id, level: now.value, from: old.label, to: now.label },
      };
    }
  },
});

export const levelReplaced = defineChange({
  id: 'level-replaced',
  reason: `A value whose label says something else makes the answers that have it say so too. Somebody must decide what those
answers mean now: \`-o map.yaml\` leaves a blank for it.`,
  before: scale('Some datasets'),
  after: scale('Only the public ones'),
  *compare(context) {
    for (const { scale, old, new: now } of relabelled(context)) {
      if (isEdit(old.label, now.label)) continue;
      yield {
        subject: { what: 'scale', id: scale.old.id },
        old: within(old.origin, 'label'),
        new: within(now.origin, 'label'),
        args: { scale: scale.new.id, level: now.value, from: old.label, to: now.label },
        touches: { questions: scale.questions, are: picks(old.value) },
      };
    }
  },
});

interface Relabelled extends Pair<Level> {
  readonly scale: ScalePair;
}

function relabelled(context: DiffContext): readonly Relabelled[] {
  return scalePairs(context).flatMap((scale) =>
    scale.levels.pairs
      .filter(({ old, new: now }) => old.label.trim() !== now.label.trim())
      .map((pair) => ({ ...pair, scale })),
  );
}
