import { nodePairs } from '../../../compare/waves/node-changes.js';
import { type AnswersBefore, asTheyAre, byMaps } from '../../../compare/waves/translate.js';
import { type WaveStep, waveStep } from '../../../compare/waves/wave-step.js';
import { longFigures } from '../figure.js';
import type { WaveGroup } from './comparison-table.js';
import { type FoundWave, waveIn } from './wave-in.js';

/** Each wave with the one before it, under each rubric in turn; made when they are first asked for, since that takes long. */
export type WaveSteps = () => readonly WaveStep[];

export function waveSteps(groups: readonly WaveGroup[], waves: readonly string[]): WaveSteps {
  let made: readonly WaveStep[] | undefined;
  return () => {
    made ??= (groups.at(-1)?.plans ?? []).flatMap((_, at) =>
      waves.slice(1).flatMap((after, i) => {
        return stepBetween(waveIn(groups, waves[i] ?? '', at), waveIn(groups, after, at));
      }),
    );
    return made;
  };
}

function stepBetween(before: FoundWave | undefined, after: FoundWave | undefined): readonly WaveStep[] {
  if (before === undefined || after === undefined) return [];
  const nodes = nodePairs(
    longFigures(before.wave.plan),
    longFigures(after.wave.plan),
    (id) => before.group.toCurrent?.nameNow(id) ?? id,
  );
  return [waveStep(before.wave, after.wave, nodes, answersBefore(before, after))];
}

/** What a later wave's answers would be in the earlier one. */
function answersBefore(before: FoundWave, after: FoundWave): AnswersBefore {
  const [earlier, later] = [before.wave.plan.questionnaire, after.wave.plan.questionnaire];
  if (before.group.toCurrent?.plan === after.group.toCurrent?.plan) {
    return asTheyAre(before.wave.plan === after.wave.plan);
  }
  return byMaps(earlier, later, {
    earlier: before.group.toCurrent?.plan,
    later: after.group.toCurrent?.plan,
  });
}
