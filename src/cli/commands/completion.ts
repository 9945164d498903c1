import type { Command } from 'commander';
import { bashScript } from '../completion/bash.js';
import { outlineOf } from '../completion/outline.js';
import { zshScript } from '../completion/zsh.js';
import { exitCodes } from '../exit-code.js';
import type { Host } from '../host.js';

/** A script that completes the program's command lines, made from the program itself. */
export function completion(shell: string, program: Command, { stdout }: Host): number {
  const outline = outlineOf(program);
  stdout.write(shell === 'zsh' ? zshScript(outline) : bashScript(outline));
  return exitCodes.done;
}
