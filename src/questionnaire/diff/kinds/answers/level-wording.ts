import { within } from '../../../checks/asked.js';
import type { Level } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import type { Written } from '../../alignment.js';
import { alignLevels, isOtherScale } from '../../answer-sets.js';
import { type DiffContext, defineChange, picks } from '../../change.js';
import { isEdit } from '../../wording.js';

const question = (second: string) => `- id: owner
  text: Does every dataset have an owner?
  scale: two
  levels:
    1: nobody knows
    2: ${second}
- { id: quality, text: How good are the data?, scale: four }`;

export const levelReworded = defineChange({
  id: 'level-reworded',
  reason: `A question's own wording of a level was edited: answers before and after it are compared with care.`,
  before: question('all datasets have a named owner'),
  after: question('all datasets have one named owner'),
  *compare(context) {
    for (const { old, new: now, levels, from, to } of reworded(context)) {
      if (!isEdit(from, to)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'levels', String(levels.old.value)),
        new: within(now.origin, 'levels', String(levels.new.value)),
        args: { id: now.id, level: levels.new.value, from, to },
      };
    }
  },
});

export const levelRewritten = defineChange({
  id: 'level-rewritten',
  reason: `A question's own wording of a level says something else now, so answers with it mean something else. A wording that
was not there before, or is no longer, is set beside the level's label.`,
  before: question('all datasets have a named owner'),
  after: question('somebody is asked'),
  *compare(context) {
    for (const { old, new: now, levels, from, to } of reworded(context)) {
      if (isEdit(from, to)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'levels', String(levels.old.value)),
        new: within(now.origin, 'levels', String(levels.new.value)),
        args: { id: now.id, level: levels.new.value, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: picks(levels.old.value) },
      };
    }
  },
});

interface Reworded extends Pair<Written> {
  readonly levels: Pair<Level>;
  readonly from: string;
  readonly to: string;
}

/**
 * Levels whose own wording in a question changed; one without is worded by its label. A level that moved to another value
 * takes its wording along, and on another scale all levels are others.
 */
function reworded(context: DiffContext): readonly Reworded[] {
  return context.alignment.questions.pairs.flatMap(({ old, new: now }) => {
    const [before, after] = [old.question, now.question];
    if (before.type !== 'level' || after.type !== 'level') return [];
    if (isOtherScale(before.scale, after.scale, context)) return [];
    const { pairs } = alignLevels(before.scale, after.scale);
    return pairs.flatMap((levels): readonly Reworded[] => {
      const [own, fresh] = [before.wording.get(levels.old.value), after.wording.get(levels.new.value)];
      const [from, to] = [own ?? levels.old.label, fresh ?? levels.new.label];
      if ((own === undefined && fresh === undefined) || from.trim() === to.trim()) return [];
      return [{ old, new: now, levels, from, to }];
    });
  });
}
