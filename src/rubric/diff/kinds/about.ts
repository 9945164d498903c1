import { defineChange } from '../../../questionnaire/diff/change.js';
import type { Origin } from '../../../questionnaire/questionnaire.js';
import {
  atIndex,
  indexPairs,
  inRubric,
  type RubricDiffContext,
  type RubricVersion,
} from '../rubric-context.js';
import { atStage, stagePairs } from '../stage-pairs.js';

const rubric = (title: string, meant: string) => `milepost: 1
kind: rubric
id: strict
version: 1.0.0
title: ${title}
for: ${meant}
method: mean`;

export const rubricRetitled = defineChange<'rubric-retitled', RubricDiffContext>({
  id: 'rubric-retitled',
  reason: `Titles of a rubric, of its indices and stages are for people to read.`,
  before: rubric('Strict', 'sample'),
  after: rubric('Strictly', 'sample'),
  *compare(context) {
    for (const { id, old, new: now, from, to } of titles(context)) {
      if (old.trim() === now.trim()) continue;
      yield { subject: { what: 'node', id }, old: from, new: to, args: { id, from: old, to: now } };
    }
  },
});

export const rubricForChanged = defineChange<'rubric-for-changed', RubricDiffContext>({
  id: 'rubric-for-changed',
  reason: `It can be used with another questionnaire, or no longer with the one that it was made for.`,
  before: rubric('Strict', 'sample'),
  after: rubric('Strict', 'example'),
  *compare({ old, new: now }) {
    const [from, to] = [old.rubric.for, now.rubric.for];
    if (from === to) return;
    yield {
      subject: { what: 'rubric', id: now.rubric.id },
      old: inRubric(old, 'for'),
      new: inRubric(now, 'for'),
      args: { from: named(from), to: named(to) },
    };
  },
});

/** Whether a rubric has a file of its own. */
function hasFile({ rubric }: RubricVersion): boolean {
  return rubric.origin.path.length === 0;
}

function named(id: string | undefined): string {
  return id === undefined ? 'any questionnaire' : `\`${id}\``;
}

interface TitlePair {
  readonly id: string;
  readonly old: string;
  readonly new: string;
  readonly from: Origin;
  readonly to: Origin;
}

function titles(context: RubricDiffContext): readonly TitlePair[] {
  const { old, new: now } = context;
  const own: TitlePair = {
    id: now.rubric.id,
    old: old.rubric.title,
    new: now.rubric.title,
    from: inRubric(old, 'title'),
    to: inRubric(now, 'title'),
  };
  return [
    // That of a rubric inside a questionnaire is the questionnaire's.
    ...(hasFile(old) && hasFile(now) ? [own] : []),
    ...indexPairs(context).pairs.map((pair) => ({
      id: pair.new.id,
      old: pair.old.title,
      new: pair.new.title,
      from: atIndex(old, pair.old, 'title'),
      to: atIndex(now, pair.new, 'title'),
    })),
    ...stagePairs(context).flatMap(({ pair, stages }) =>
      stages.pairs.map((stage) => ({
        id: stage.new.id,
        old: stage.old.title,
        new: stage.new.title,
        from: atStage(pair.old, stage.old, 'title'),
        to: atStage(pair.new, stage.new, 'title'),
      })),
    ),
  ];
}
