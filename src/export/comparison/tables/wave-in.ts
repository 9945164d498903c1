import type { Wave } from '../../../compare/waves/change.js';
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
    if (responses !== undefined && plan !== undefined) return { wave: { name, plan, responses }, group };
  }
  return undefined;
}
