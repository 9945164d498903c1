import type { Command } from 'commander';
import type { Host } from '../host.js';
import { filesNamed } from './files-named.js';
import { keepApart, writtenFiles } from './written-files.js';

export { keepApart, writtenFiles };

/** What is written must not be what is read: a slip of the keyboard would lose answers. `writing` are the options that name files to write. */
export async function refuseOverwriting(
  command: Command,
  writing: readonly string[],
  host: Host,
): Promise<void> {
  keepApart(writtenFiles(command.opts()), await filesNamed(command, writing, host), host);
}
