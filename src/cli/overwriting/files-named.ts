import type { Command } from 'commander';
import { filesFor } from '../files/expand.js';
import type { Host } from '../host.js';
import { isResponses, responseEndings } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';

/** How values are called that are files to read, in directories and by patterns too where they are responses. */
const filesToRead = /[<[](file|files|responses|module)(\.\.\.)?[>\]]/;

/** The files that a command line says are to be read, whatever command it is of; `writing` are options that name files to write. */
export async function filesNamed(
  command: Command,
  writing: readonly string[],
  { cwd }: Pick<Host, 'cwd'>,
): Promise<readonly string[]> {
  const values = command.options.flatMap((option): readonly unknown[] => {
    const name = option.attributeName();
    if (writing.includes(name) || !filesToRead.test(option.flags)) return [];
    const value: unknown = command.getOptionValue(name);
    return Array.isArray(value) ? value : [value];
  });
  const named = [...command.args, ...values].filter((path) => typeof path === 'string' && path !== '-');
  const found: string[] = [];
  for (const path of new Set(named)) found.push(...(await standingFor(String(path), command, cwd)));
  return found;
}

/** What `check` reads in a directory it makes out itself: answers are none of it. */
async function standingFor(path: string, command: Command, cwd: string): Promise<readonly string[]> {
  if (command.name() === 'check') return [path];
  const files = await filesFor(cwd, path, responseEndings);
  return files instanceof UsageError ? [] : files.filter(isResponses).map(({ file }) => file);
}
