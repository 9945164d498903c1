import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Host } from '../../src/cli/host.js';
import { run } from '../../src/cli/run.js';

/** What a command line came to. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** The text of a file that it wrote. */
  readonly file: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array;
  /** Where it ran. */
  readonly folder: string;
}

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface Setting {
  /** Files by name, in the folder that the command runs in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whether a person looks at what is written. */
  readonly terminal?: boolean;
  /** A clock; by default no time passes. */
  readonly now?: () => number;
}

/** Runs a command line as the program does, in a folder of its own. */
export async function milepost(args: string | readonly string[], setting: Setting = {}): Promise<Ran> {
  const folder = setting.cwd ?? mkdtempSync(join(tmpdir(), 'milepost-'));
  if (setting.cwd === undefined) folders.push(folder);
  for (const [name, content] of Object.entries(setting.files ?? {})) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const out: (string | Uint8Array)[] = [];
  const err: (string | Uint8Array)[] = [];
  const terminal = (to: (string | Uint8Array)[]) => ({
    write: (text: string | Uint8Array) => {
      to.push(text);
    },
    isTerminal: setting.terminal ?? false,
    width: 100,
  });
  const host: Host = {
    cwd: folder,
    env: setting.env ?? {},
    stdin: once(setting.stdin ?? ''),
    stdout: terminal(out),
    stderr: terminal(err),
    now: setting.now ?? (() => 0),
  };
  const exit = await run(typeof args === 'string' ? args.trim().split(/ +/) : args, host, '0.0.0');
  const text = (parts: (string | Uint8Array)[]) =>
    parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part).toString())).join('');
  return {
    exit,
    out: text(out),
    err: text(err),
    file: (name) => readFileSync(join(folder, name), 'utf8'),
    bytes: (name) => readFileSync(join(folder, name)),
    folder,
  };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The rows of a CSV text as objects, for small tables without quotes. */
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const keys = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [keys[i] ?? String(i), cell])),
  );
}
