import type { Command, Option } from 'commander';
import type { Host } from '../../src/cli/host.js';
import { program } from '../../src/cli/program.js';
import { code, table } from './tables.js';

const nowhere = { write: () => {}, isTerminal: false, width: 100 };
const host: Host = {
  cwd: '.',
  env: {},
  stdin: (async function* () {})(),
  stdout: nowhere,
  stderr: nowhere,
  now: () => 0,
};

/** The program, none of whose commands does anything: for looking at and for parsing. */
export function idleProgram(): Command {
  const milepost = program(host, '0.0.0', { exitCode: 0 });
  for (const command of [milepost, ...milepost.commands]) {
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  }
  for (const command of milepost.commands) command.action(() => {});
  return milepost;
}

export const commandNames: readonly string[] = idleProgram().commands.map((command) => command.name());

/** How a command is called, and its options. */
export function commandTable(name: string): string {
  const command = idleProgram().commands.find((each) => each.name() === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const options = command.options.filter(({ hidden }) => !hidden);
  const needed = options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags);
  const given = command.registeredArguments.map((argument) => {
    const name = `${argument.name().toUpperCase()}${argument.variadic ? '…' : ''}`;
    return argument.required ? name : `[${name}]`;
  });
  const usage = ['milepost', name, ...given, ...needed, '[options]'].join(' ');
  return [code(usage), '', table(['option', 'what it does', 'default'], options.map(optionRow))].join('\n');
}

function optionRow({ flags, description, argChoices, defaultValue, defaultValueDescription }: Option) {
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(code).join(', ')}`;
  const written = defaultValueDescription ?? (typeof defaultValue === 'boolean' ? '' : defaultValue);
  const fallback = written === undefined ? '' : String(written);
  return [code(flags), `${description}${choices}`, fallback];
}
