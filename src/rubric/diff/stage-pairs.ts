import type { StageDefinition } from '../../generated/definitions.js';
import { type Aligned, align } from '../../questionnaire/diff/align.js';
import type { Origin } from '../../questionnaire/questionnaire.js';
import { type EntryPair, type EntrySide, entryPairs, type RubricDiffContext } from './rubric-context.js';

/** The stages of one node that has some in both versions. */
export interface StagePairs {
  readonly pair: EntryPair;
  readonly stages: Aligned<StageDefinition>;
}

export function stagePairs(context: RubricDiffContext): readonly StagePairs[] {
  return entryPairs(context).flatMap((pair) => {
    const [old, now] = [pair.old.entry.stages, pair.new.entry.stages];
    return old === undefined || now === undefined ? [] : [{ pair, stages: align(old, now) }];
  });
}

/** Where a key of a stage stands. */
export function atStage({ entry, at }: EntrySide, stage: StageDefinition, key: string): Origin {
  return at('stages', (entry.stages ?? []).indexOf(stage), key);
}
