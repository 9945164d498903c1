import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openTerminal, type PseudoTerminal } from '../../support/pseudo-terminal.js';
import { withoutTerminals } from '../../support/tmux.js';
import { type Driven, plain, screen } from './driven.js';
import { commandLine, journalIn, keptIn, seed } from './kept.js';
import { after, beginning, type Expected, numbers, questions, sequence, stepAt } from './model.js';

const kills = Number(process.env.TORTURE_KILLS ?? 60);

/** How an interview is ended against its will. */
const ends = ['SIGKILL', 'SIGTERM', 'SIGHUP', 'close'] as const;

describe.skipIf(withoutTerminals !== undefined)(`in a terminal (${withoutTerminals ?? 'tmux'})`, () => {
  test.each([plain, screen])(
    `$name, killed ${kills} times (seed ${seed}): what the screen had confirmed is there, and nothing else changed`,
    async (driven) => {
      console.info(`${driven.name}: ${kills} kills, seed ${seed}; TORTURE_SEED=${seed} repeats the steps`);
      const random = sequence(seed);
      for (let left = kills; left > 0; ) left -= await oneInterview(driven, random, Math.min(left, 12));
    },
    20_000 + kills * 4000,
  );
});

/** Holds an interview to its end, however often it is killed; gives how often it was. */
async function oneInterview(driven: Driven, random: () => number, most: number): Promise<number> {
  const cwd = mkdtempSync(join(tmpdir(), 'milepost-torture-'));
  try {
    writeFileSync(join(cwd, 'q.yaml'), numbers);
    let known = beginning;
    for (let killed = 0; killed < most; killed += 1) {
      const terminal = start(driven, cwd);
      try {
        known = await oneSitting(driven, terminal, cwd, known, random);
      } finally {
        terminal.close();
      }
    }
    await finish(driven, cwd, known, random);
    return most;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Begins, or goes on with what was begun; where it was killed before its first line, there is nothing to go on with. */
function start(driven: Driven, cwd: string): PseudoTerminal {
  const journal = journalIn(cwd);
  const how = journal === undefined ? ['--set', 'organisation=Northbridge'] : ['--resume', journal];
  return openTerminal(commandLine(driven, how), { cwd });
}

/** Goes on with what was done before, and is killed; gives what has been kept then. */
async function oneSitting(
  driven: Driven,
  terminal: PseudoTerminal,
  cwd: string,
  before: Expected,
  random: () => number,
): Promise<Expected> {
  const end = ends[Math.floor(random() * ends.length)] ?? 'SIGKILL';
  if (random() < 0.15) {
    await pause(random() * 400);
    const screen = await terminal.kill(end);
    return keptIn(cwd, [before], screen);
  }
  const first = await driven.begin(terminal);
  expect(driven.question(first), first).toBe(before.at <= questions ? before.at : undefined);
  let known = before;
  let sent = 0;
  for (const steps = Math.floor(random() * 4); sent < steps; sent += 1) {
    const step = stepAt(known, random);
    const next = after(known, step);
    driven.perform(terminal, step);
    await terminal.until(
      (screen) => driven.confirms(screen, { step, before: sent, next }),
      `step ${sent + 1}, ${JSON.stringify(step)}`,
    );
    known = next;
  }
  const last = stepAt(known, random);
  driven.perform(terminal, last);
  await pause(random() * 25);
  const screen = await terminal.kill(end);
  const next = after(known, last);
  const isConfirmed = driven.confirms(screen, { step: last, before: sent, next });
  return keptIn(cwd, isConfirmed ? [next] : [next, known, { ...next, at: known.at }], screen);
}

/** Finishes the interview; killed while the response is written, it is finished again. The response is whole, or not there. */
async function finish(driven: Driven, cwd: string, known: Expected, random: () => number): Promise<void> {
  for (const tries = [true, true, false]; ; ) {
    const isKilled = tries.shift() === true;
    const terminal = start(driven, cwd);
    try {
      await driven.begin(terminal);
      await driven.finish(terminal);
      await pause(random() * 12);
      if (isKilled) await terminal.kill('SIGKILL');
      else expect(await terminal.ended()).toBe(0);
    } finally {
      terminal.close();
    }
    const response = readdirSync(cwd).find((name) => name.endsWith('.json'));
    if (response !== undefined) {
      expect(JSON.parse(readFileSync(join(cwd, response), 'utf8')).answers).toEqual(known.answers);
    }
    if (!isKilled) {
      expect(response).toBeDefined();
      return;
    }
  }
}
