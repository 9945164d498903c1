import type { Command, Option } from 'commander';
import { responseEndings } from '../returns/inputs.js';

/** What a shell needs to know of a command line to complete it: taken from the program itself, so that it is never stale. */
export interface CommandOutline {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionOutline[];
  readonly arguments: readonly ArgumentOutline[];
}

export interface OptionOutline {
  /** `--output`, and `-o` where there is a short one. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What follows it; nothing for a flag. */
  readonly value?: Takes;
}

interface ArgumentOutline {
  readonly name: string;
  readonly takes: Takes;
  /** Whether all that follow are of its kind. */
  readonly goesOn: boolean;
}

/** The program itself, with the options that go before a command. */
export interface ProgramOutline extends CommandOutline {
  readonly commands: readonly CommandOutline[];
}

/** What can stand in a place. */
export type Takes =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Files with one of these endings, and folders; without endings, all files. */
  | { readonly kind: 'files'; readonly endings: readonly string[] }
  | { readonly kind: 'folders' }
  /** Something that no shell can know, such as the id of a response. */
  | { readonly kind: 'anything' };

const definitions: Takes = { kind: 'files', endings: ['.yaml', '.yml'] };

/** By the name of an argument. Others are taken for files of any kind. */
const argumentKinds: Readonly<Record<string, Takes>> = {
  command: { kind: 'anything' },
  dir: { kind: 'folders' },
  file: definitions,
  new: definitions,
  old: definitions,
  questionnaire: definitions,
  responses: { kind: 'files', endings: responseEndings },
};

/** By the name of an option's value. Others are taken for what no shell can know. */
const valueKinds: Readonly<Record<string, Takes>> = {
  dir: { kind: 'folders' },
  file: { kind: 'files', endings: [] },
  'file...': { kind: 'files', endings: [] },
  module: { kind: 'files', endings: ['.js', '.mjs', '.cjs', '.ts'] },
};

export function outlineOf(program: Command): ProgramOutline {
  return {
    ...commandOutline(program),
    commands: program.createHelp().visibleCommands(program).map(commandOutline),
  };
}

function commandOutline(command: Command): CommandOutline {
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(optionOutline),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      takes: takes(argument.argChoices) ?? argumentKinds[argument.name()] ?? { kind: 'files', endings: [] },
      goesOn: argument.variadic,
    })),
  };
}

function optionOutline({ short, long, flags, description, argChoices }: Option): OptionOutline {
  const [, name] = /[<[](.+)[>\]]/.exec(flags) ?? [];
  const value = name === undefined ? undefined : (takes(argChoices) ?? valueKinds[name] ?? anything);
  return {
    flags: [long, short].filter((flag) => typeof flag === 'string'),
    description,
    ...(value === undefined ? {} : { value }),
  };
}

const anything: Takes = { kind: 'anything' };

function takes(choices: readonly string[] | undefined): Takes | undefined {
  return choices === undefined ? undefined : { kind: 'words', words: choices };
}
