import type { CommandOutline, OptionOutline, ProgramOutline, Takes } from './outline.js';
import { quoted } from './quoted.js';

/** A completion script for zsh: to be evaluated, or as a file `_milepost` in a folder of `fpath`. */
export function zshScript(program: ProgramOutline): string {
  const described = program.commands.map(({ name, description }) =>
    quoted(`${name}:${description.replace(/[\\:]/g, '\\$&')}`),
  );
  return `#compdef milepost
# Completion of milepost for zsh, made by: milepost completion zsh
_milepost() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C \\
${[...program.options.flatMap(optionSpecs), "'1: :->command'", "'*:: :->argument'"].map(line).join(' \\\n')}
  case $state in
    command)
      local -a commands=(
${described.map(line).join('\n')}
      )
      _describe -t commands command commands
      ;;
    argument)
      case $words[1] in
${program.commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _milepost ]]; then _milepost "$@"; else compdef _milepost milepost; fi
`;
}

function commandCase({ name, options, arguments: places }: CommandOutline): string {
  const specs = [
    ...options.flatMap(optionSpecs),
    ...places.map(({ name, takes, goesOn }, i) =>
      quoted(`${goesOn ? '*' : i + 1}:${inSpec(name)}:${action(takes)}`),
    ),
  ];
  return `        ${name}) _arguments -s -S ${specs.join(' ')} ;;`;
}

/** Every flag is offered again, as several may be given more than once. */
function optionSpecs({ flags, description, value }: OptionOutline): readonly string[] {
  return flags.map((flag) => {
    const takes = value === undefined ? '' : `:${inSpec(flag)}:${action(value)}`;
    const joined = value === undefined ? '' : flag.startsWith('--') ? '=' : '+';
    return quoted(`*${flag}${joined}[${inSpec(description)}]${takes}`);
  });
}

function action(takes: Takes): string {
  switch (takes.kind) {
    case 'words':
      return `(${takes.words.join(' ')})`;
    case 'files':
      return takes.endings.length === 0 ? '_files' : `_files -g "(#i)*(${takes.endings.join('|')})(-.)"`;
    case 'folders':
      return '_files -/';
    case 'anything':
      return ' ';
  }
}

function inSpec(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&');
}

function line(text: string): string {
  return `    ${text}`;
}
