import type { Command } from 'commander';
import { UsageError } from '../usage-error.js';
import { commas, mayRepeat } from './values.js';

/** Listens for options that are given several values and take one: the last would silently stand for all. Says so when asked. */
export function givenTwice(command: Command): () => void {
  const given = new Map<string, Set<string>>();
  for (const option of command.options) {
    if (mayRepeat(option)) continue;
    command.on(`option:${option.name()}`, (value: unknown) => {
      if (typeof value !== 'string') return;
      const values = given.get(option.name()) ?? new Set();
      given.set(option.name(), values.add(value));
    });
  }
  return () => {
    for (const option of command.options) {
      const [first, second] = given.get(option.name()) ?? [];
      if (first === undefined || second === undefined) continue;
      const name = option.long ?? option.name();
      throw new UsageError(
        `${name} is given twice: as ${first} and as ${second}`,
        option.parseArg === commas
          ? `Give it once, with commas between: ${name} ${first},${second}.`
          : 'Give it once.',
      );
    }
  };
}
