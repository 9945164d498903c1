import type { CommandOutline, ProgramOutline, Takes } from './outline.js';
import { quoted } from './quoted.js';

/** A completion script for bash 3.2 and newer, which needs no other package. */
export function bashScript(program: ProgramOutline): string {
  const all = [{ ...program, name: '' }, ...program.commands];
  return `# Completion of milepost for bash, made by: milepost completion bash
_milepost_words() {
  local word
  for word; do [[ $word == "$cur"* ]] && COMPREPLY+=("$word"); done
}
_milepost_files() {
  local file ending
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    [[ $# == 0 || -d $file ]] && COMPREPLY+=("$file") && continue
    for ending; do [[ $file == *"$ending" ]] && COMPREPLY+=("$file"); done
  done < <(compgen -f -- "$path")
}
_milepost_folders() {
  local folder
  compopt -o filenames 2>/dev/null
  while IFS= read -r folder; do COMPREPLY+=("$folder"); done < <(compgen -d -- "$path")
}
_milepost() {
  local rest=\${COMP_LINE:0:COMP_POINT} words=() word= before cur path flag= command= count=0 plain= kept i
  # Bash takes words apart at : and = too. What no space separates belongs together.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    before=$word
    word=\${COMP_WORDS[i]}
    if [[ i -gt 0 && $rest != [[:space:]]* && ($word == [:=]* || $before == *[:=]) ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    rest=\${rest#"\${rest%%[![:space:]]*}"}
    # The last word may go on behind the cursor.
    if ((i == COMP_CWORD)); then
      words[\${#words[@]}-1]=\${words[\${#words[@]}-1]%"$word"}$rest
    else
      rest=\${rest#"$word"}
    fi
  done
  cur=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  for ((i = 1; i < \${#words[@]} - 1; i++)); do
    word=\${words[i]}
    if [[ -n $flag ]]; then
      flag=
    elif [[ -z $plain && $word == -- ]]; then
      plain=1
    elif [[ -z $plain && $word == -* ]]; then
      case "$command $word" in
${lines(8, all.flatMap(flagsWithValue))}
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      ((count++))
    fi
  done
  if [[ -z $flag && -z $plain && $cur == --*=* ]]; then
    flag="$command \${cur%%=*}"
    kept=\${cur%%=*}=
    cur=\${cur#*=}
  fi
  # What is typed of a path, without the signs that quote it.
  path=\${cur#[\\"\\']}
  path=\${path//\\\\/}
  if [[ -n $flag ]]; then
    case $flag in
${lines(6, all.flatMap(flagValues))}
    esac
  elif [[ -z $plain && $cur == -* ]]; then
    case $command in
${lines(
  6,
  all.map(({ name, options }) => `${quoted(name)}) ${wordsOf(options.flatMap(({ flags }) => flags))} ;;`),
)}
    esac
  elif [[ -z $command ]]; then
    ${wordsOf(program.commands.map(({ name }) => name))}
  else
    case "$command $count" in
${lines(6, program.commands.flatMap(argumentsOf))}
    esac
  fi
  # Bash replaces what stands behind the last sign that it takes words apart at, and no more.
  if [[ $COMP_WORDBREAKS == *=* ]]; then kept=; fi
  if [[ $COMP_WORDBREAKS == *:* && $path == *:* ]]; then
    for i in "\${!COMPREPLY[@]}"; do COMPREPLY[i]=\${COMPREPLY[i]#"\${path%"\${path##*:}"}"}; done
  elif [[ -n $kept ]]; then
    for i in "\${!COMPREPLY[@]}"; do COMPREPLY[i]=$kept\${COMPREPLY[i]}; done
  fi
}
# Where a completion cannot say that it is a file's name, all of them are taken for one.
complete $(type -t compopt >/dev/null || echo -o filenames) -F _milepost milepost
`;
}

function flagsWithValue({ name, options }: CommandOutline): readonly string[] {
  const flags = options.flatMap(({ flags, value }) => (value === undefined ? [] : flags));
  return flags.length === 0 ? [] : [`${patterns(name, flags)}) flag="$command $word" ;;`];
}

function flagValues({ name, options }: CommandOutline): readonly string[] {
  return options.flatMap(({ flags, value }) =>
    value === undefined || value.kind === 'anything'
      ? []
      : [`${patterns(name, flags)}) ${replies(value)} ;;`],
  );
}

function argumentsOf({ name, arguments: places }: CommandOutline): readonly string[] {
  return places.map(({ takes, goesOn }, i) =>
    goesOn
      ? `${quoted(`${name} `)}*) ${replies(takes)} ;;`
      : `${quoted(`${name} ${i}`)}) ${replies(takes)} ;;`,
  );
}

function patterns(command: string, flags: readonly string[]): string {
  return flags.map((flag) => quoted(`${command} ${flag}`)).join(' | ');
}

function replies(takes: Takes): string {
  switch (takes.kind) {
    case 'words':
      return wordsOf(takes.words);
    case 'files':
      return ['_milepost_files', ...takes.endings.map(quoted)].join(' ');
    case 'folders':
      return '_milepost_folders';
    case 'anything':
      return ':';
  }
}

function wordsOf(words: readonly string[]): string {
  return ['_milepost_words', ...words.map(quoted)].join(' ');
}

function lines(indent: number, texts: readonly string[]): string {
  return texts.map((text) => ' '.repeat(indent) + text).join('\n');
}
