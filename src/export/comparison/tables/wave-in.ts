import type { Wave } from '../../../compare/waves/change.js';
import { rowsInWave } from '../../../compare/waves/wave-rows.js';
import type { WaveGroup } from './comparison-table.js';

export interface FoundWave {
  readonly wave: Wave;
  readonly group: WaveGroup;
}

/** A wave by its name, under the plan at a place; nothing where no response is of it. */
export function waveIn(groups: readonly WaveGroup[], name: string, at: number): FoundWave | undefined {
  for (const group of groups) {
    const responses = group.gathered.answers.get(name);
    const plan = group.plans[at];
    const comparison = group.gathered.comparisons[at];
    if (responses === undefined || plan === undefined || comparison === undefined) continue;
    const grouping = rowsInWave(group.grouping, comparison, group.gathered.answers, name);
    return { wave: { name, plan, responses, grouping }, group };
  }
  return undefined;
}
