import { type Command, CommanderError } from 'commander';
import { visible } from '../export/text/visible.js';
import type { Run } from './declarations/running.js';
import { exitCodes } from './exit-code.js';
import type { Host } from './host.js';
import { givenTwice } from './options/given-twice.js';
import { program } from './program.js';
import { MisplacedFile, UsageError } from './usage-error.js';
import { withSuggestion } from './usage-text.js';

/** The options that name a file to write, of whatever command. */
const optionsThatWrite: readonly string[] = ['output', 'ledger', 'rejects', 'mapInit'];

/** Runs one command line and gives its exit code. The only place where an exception becomes one. */
export async function run(args: readonly string[], host: Host, version: string): Promise<number> {
  const outcome: Run = { exitCode: exitCodes.done };
  const milepost = program(host, version, outcome);
  const repeated = new Map<Command, () => void>();
  for (const command of [milepost, ...milepost.commands]) {
    repeated.set(command, givenTwice(command));
    command.exitOverride().configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: (text, write) => write(withSuggestion(text)),
      getOutHelpWidth: () => host.stdout.width,
      getErrHelpWidth: () => host.stderr.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  let running: Command = milepost;
  milepost.hook('preAction', async (_, command) => {
    running = command;
    refuseEmpty(command);
    repeated.get(command)?.();
    await seeToOutputs(command, host);
  });
  try {
    await milepost.parseAsync(args, { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and the version end with 0 where they were asked for; everything else is bad usage, a missing command too.
      return error.exitCode === 0 ? exitCodes.done : exitCodes.couldNot;
    }
    if (error instanceof UsageError) {
      const calls = error instanceof MisplacedFile ? `Usage: ${usageOf(running)}\n` : '';
      const help = error.help === undefined ? '' : `${error.help}\n${calls}`;
      host.stderr.write(harmless(`milepost: ${error.message}\n${help}`));
      return exitCodes.couldNot;
    }
    host.stderr.write(bugReport(error, version, args, host));
    return exitCodes.bug;
  }
}

/**
 * An empty argument would be read as the current folder, and an empty value as whatever the option takes it for; it is what a
 * variable of a script comes to that was never set.
 */
function refuseEmpty(command: Command): void {
  const at = command.args.indexOf('');
  if (at >= 0) throw empty(`argument ${at + 1}`, ' The current folder is `.`.');
  for (const option of command.options) {
    const name = option.attributeName();
    const value: unknown = command.getOptionValue(name);
    const isEmpty = value === '' || (Array.isArray(value) && value.includes(''));
    if (isEmpty && !mayBeEmpty.includes(name)) throw empty(option.long ?? name);
  }
}

/** A response that names no wave is of one without a name. */
const mayBeEmpty: readonly string[] = ['wave', 'waves'];

function empty(what: string, more = ''): UsageError {
  return new UsageError(`${what} is empty`, `Leave it out, or see what a variable there is set to.${more}`);
}

/** Only what writes to a file loads what looks at that. */
async function seeToOutputs(command: Command, host: Host): Promise<void> {
  const options = command.opts();
  if (optionsThatWrite.every((name) => options[name] === undefined)) return;
  const { refuseOverwriting } = await import('./overwriting/refuse-overwriting.js');
  await refuseOverwriting(command, optionsThatWrite, host);
}

/** How a command is called, as `milepost form [options] <questionnaire>`. */
function usageOf(command: Command): string {
  return command.createHelp().commandUsage(command);
}

function bugReport(error: unknown, version: string, args: readonly string[], { env }: Host): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = [
    `milepost: this is a bug in Milepost, not in your files: ${what}`,
    `Please report it with this line: milepost ${version}, ${args[0] ?? ''}, Node ${process.version}, ${process.platform}`,
  ];
  if (env.MILEPOST_DEBUG !== undefined && error instanceof Error) lines.push(error.stack ?? '');
  else lines.push('Set MILEPOST_DEBUG=1 to see where it happened.');
  return harmless(`${lines.join('\n')}\n`);
}

/** What is told may be about a file that holds anything. */
function harmless(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
