import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTerminal, type PseudoTerminal, withoutTerminals } from '../../support/pseudo-terminal.js';
import { type FullDisk, sizeLimit, tmpfs } from './disks.js';
import { type Driven, plain } from './driven.js';
import { commandLine, keptIn, seed } from './kept.js';
import { after, beginning, type Expected, numbers, sequence, stepAt } from './model.js';

const tries = 3;

describe.each([tmpfs, sizeLimit])('$name', ({ missing, make }) => {
  const why = withoutTerminals ?? missing;
  describe.skipIf(why !== undefined)(why ?? 'in a terminal', () => {
    test.each([plain])(
      `$name says so at a random write (seed ${seed}); nothing is lost, and it goes on once there is room`,
      async (driven) => {
        const random = sequence(seed);
        for (let i = 0; i < tries; i += 1) {
          const cwd = mkdtempSync(join(tmpdir(), 'milepost-full-'));
          const disk = make(cwd, 4096 + Math.floor(random() * 16_000));
          try {
            writeFileSync(join(cwd, 'q.yaml'), numbers);
            await interviewOn(driven, disk, cwd, random);
          } finally {
            disk.remove();
            rmSync(cwd, { recursive: true, force: true });
          }
        }
      },
      tries * 60_000,
    );
  });
});

async function interviewOn(driven: Driven, disk: FullDisk, cwd: string, random: () => number): Promise<void> {
  const { folder, before, makeRoom, says } = disk;
  const how = ['--set', 'organisation=Northbridge', '--out', folder];
  const terminal = openTerminal([...before, ...commandLine(driven, how)], { cwd });
  try {
    await terminal.until((screen) => driven.isReady(screen), 'a question');
    const known = await untilFull(driven, terminal, folder, random, says);
    makeRoom(terminal.pid);
    const step = stepAt(known.at, random);
    const next = after(known, step);
    const done = driven.confirmed(terminal.screen());
    driven.perform(terminal, step);
    const screen = await terminal.until(
      (now) => driven.confirmed(now) > done,
      'the step after there is room',
    );
    expect(keptIn(folder, [next], screen)).toEqual(next);
    await driven.finish(terminal);
    expect(await terminal.ended()).toBe(0);
    const response = readdirSync(folder).find((name) => name.endsWith('.json')) ?? '';
    expect(JSON.parse(readFileSync(join(folder, response), 'utf8')).answers).toEqual(next.answers);
  } finally {
    terminal.close();
  }
}

/** Goes on until the disk takes no more; gives what is kept then, after the refused step was left. */
async function untilFull(
  driven: Driven,
  terminal: PseudoTerminal,
  folder: string,
  random: () => number,
  says: RegExp,
): Promise<Expected> {
  let known = beginning;
  for (let done = 0; ; done += 1) {
    const step = stepAt(known.at, random);
    driven.perform(terminal, step);
    const screen = await terminal.until((now) => driven.confirmed(now) > done, `step ${done + 1}`);
    const next = after(known, step);
    if (says.test(screen)) {
      expect(screen).toMatch(/the\s+journal\s+could\s+not\s+be\s+written/);
      return keptIn(folder, [known, { ...next, at: known.at }], screen);
    }
    known = keptIn(folder, [next], screen);
  }
}
