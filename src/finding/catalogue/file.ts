import { describedRule, rule } from '../rule.js';
import { and, oneOf, shown } from '../words.js';

/** Problems of a file as a file, and of YAML as YAML. */
export const fileRules = {
  'file-unreadable': rule<{ reason: string }>({
    severity: 'error',
    text: ({ reason }) => `cannot be read: ${reason}`,
    help: () => 'Check the path and the permissions.',
  }),
  'file-is-directory': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'is a directory where a file is needed',
    help: () => 'Name a file in it.',
  }),
  'file-not-utf8': rule<{ byte: string }>({
    severity: 'error',
    text: ({ byte }) => `is not UTF-8: the byte ${byte} stands here`,
    help: () => 'Save the file as UTF-8.',
  }),
  'file-of-answers': rule<{ by: 'name' | 'keys' }>({
    severity: 'error',
    text: ({ by }) => `looks by its ${by} like a file of answers, and a definition is needed here`,
    help: () =>
      'A questionnaire is a YAML file, and comes before answers to it; `milepost validate QUESTIONNAIRE RESPONSES` looks for mistakes in answers.',
  }),
  'file-empty': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'the file is empty',
    help: () =>
      'A questionnaire starts with `milepost: 1`, an `id`, a `version`, a `title` and its `dimensions`.',
  }),
  'file-only-comments': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'there is nothing in the file but comments',
    help: () =>
      'A questionnaire starts with `milepost: 1`, an `id`, a `version`, a `title` and its `dimensions`.',
  }),
  'file-too-large': rule<{ megabytes: number; most: number }>({
    severity: 'error',
    text: ({ megabytes, most }) =>
      `the file has ${megabytes.toFixed(1)} MB; a definition may have ${most} MB at most`,
    help: () => 'A definition is text written by people. Is this a file of answers?',
  }),
  'yaml-syntax': describedRule<{ detail: string; advice: string }>({
    severity: 'error',
    text: ({ detail }) => `YAML cannot be read here: ${detail}`,
    help: ({ advice }) => advice,
  }),
  'yaml-version': rule<{ version: string }>({
    severity: 'error',
    text: ({ version }) => `the file asks for YAML ${version}; definitions are YAML 1.2`,
    help: () => 'Take out the line with `%YAML`.',
  }),
  'yaml-duplicate-key': rule<{ key: string; line: number; also?: readonly string[] }>({
    severity: 'error',
    text: ({ key, line, also = [] }) => {
      const more =
        also.length === 0 ? '' : `, and so ${also.length === 1 ? 'does' : 'do'} ${and(also)} after it`;
      return `the key \`${key}\` stands twice in the same map, first in line ${line}${more}`;
    },
    help: ({ key, also = [] }) =>
      also.length === 0 ? 'Keep one of the two.' : `Does a list item begin here? Then write \`- ${key}:\`.`,
  }),
  'yaml-cut-at-comma': describedRule<{ kept: string; lost: readonly string[] }>({
    severity: 'error',
    text: ({ kept, lost }) =>
      `in braces a comma ends a text: YAML ends this one at ${shown(kept)} and takes ${and(lost)} for ${lost.length === 1 ? 'a key' : 'keys'}`,
    help: () => 'Put the whole text in quotes.',
  }),
  'yaml-unknown-anchor': rule<{ name: string }>({
    severity: 'error',
    text: ({ name }) => `\`*${name}\` repeats what \`&${name}\` names, and nothing before it has that name`,
    help: () => 'If this is a text, put it in quotes.',
  }),
  'yaml-multiple-documents': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'a second YAML document starts here; a definition is one document',
    help: () => 'Take out the `---`, or move the second document to a file of its own.',
  }),
  'yaml-tag': rule<{ tag: string }>({
    severity: 'error',
    text: ({ tag }) => `definitions have no YAML tags such as \`${tag}\``,
    help: ({ tag }) => `Take out \`${tag}\`, or put the text in quotes.`,
  }),
  'yaml-too-deep': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) => `nested more than ${most} levels deep`,
    help: () => 'No definition needs this; is a bracket left open?',
  }),
  'yaml-too-many-aliases': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) => `aliases such as \`*name\` repeat more than ${most.toLocaleString('en-GB')} values`,
    help: () => 'Write the parts out, or share them with `use:`.',
  }),
  'unknown-format': rule<{ found: string; known: readonly string[] }>({
    severity: 'error',
    text: ({ found, known }) =>
      `the version of the format is \`${found}\`; this program knows ${oneOf(known)}`,
    help: () => 'Write `milepost: 1`, or use a newer Milepost.',
  }),
};
