import { within } from '../../../checks/asked.js';
import type { Pair } from '../../align.js';
import type { Alignment, Written } from '../../alignment.js';
import { defineChange, picks } from '../../change.js';
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
  *compare({ alignment }) {
    for (const { old, new: now, level, from, to } of reworded(alignment)) {
      if (!isEdit(from, to)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'levels', String(level)),
        new: within(now.origin, 'levels', String(level)),
        args: { id: now.id, level, from, to },
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
  *compare({ alignment }) {
    for (const { old, new: now, level, from, to } of reworded(alignment)) {
      if (isEdit(from, to)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'levels', String(level)),
        new: within(now.origin, 'levels', String(level)),
        args: { id: now.id, level, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: picks(level) },
      };
    }
  },
});

interface Reworded extends Pair<Written> {
  readonly level: number;
  readonly from: string;
  readonly to: string;
}

/** Levels whose own wording in a question changed; one without is worded by its label. */
function reworded({ questions }: Alignment): readonly Reworded[] {
  return questions.pairs.flatMap(({ old, new: now }) => {
    const [before, after] = [old.question, now.question];
    if (before.type !== 'level' || after.type !== 'level') return [];
    const levels = [...new Set([...before.wording.keys(), ...after.wording.keys()])].sort((a, b) => a - b);
    return levels.flatMap((level): readonly Reworded[] => {
      const labels = [before, after].map(
        ({ scale }) => scale.levels.find(({ value }) => value === level)?.label,
      );
      const from = before.wording.get(level) ?? labels[0];
      const to = after.wording.get(level) ?? labels[1];
      if (from === undefined || to === undefined || from.trim() === to.trim()) return [];
      return [{ old, new: now, level, from, to }];
    });
  });
}
