import { rule } from '../rule.js';
import { oneOf } from '../words.js';

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
  'file-empty': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'the file is empty',
    help: () =>
      'A questionnaire starts with `milepost: 1`, an `id`, a `version`, a `title` and its `dimensions`.',
  }),
  'file-too-large': rule<{ megabytes: number; most: number }>({
    severity: 'error',
    text: ({ megabytes, most }) =>
      `the file has ${megabytes.toFixed(1)} MB; a definition may have ${most} MB at most`,
    help: () => 'A definition is text written by people. Is this a file of answers?',
  }),
  'yaml-syntax': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `YAML cannot be read here: ${detail}`,
    help: () => 'Check the indentation, and put texts with `: ` or ` #` in quotes.',
  }),
  'yaml-duplicate-key': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'this key stands twice in the same map',
    help: () => 'Keep one of the two.',
  }),
  'yaml-multiple-documents': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'a second YAML document starts here; a definition is one document',
    help: () => 'Take out the `---`, or move the second document to a file of its own.',
  }),
  'yaml-tag': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `YAML tags are not used in definitions: ${detail}`,
    help: () => 'Take out the tag (the word that starts with `!`).',
  }),
  'yaml-too-deep': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) => `nested more than ${most} levels deep`,
    help: () => 'No definition needs this; is a bracket left open?',
  }),
  'yaml-too-many-aliases': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) => `aliases blow this file up to more than ${most.toLocaleString('en-GB')} values`,
    help: () => 'Write the parts out, or share them with `use:`.',
  }),
  'unknown-format': rule<{ found: string; known: readonly string[] }>({
    severity: 'error',
    text: ({ found, known }) =>
      `the version of the format is \`${found}\`; this program knows ${oneOf(known)}`,
    help: () => 'Write `milepost: 1`, or use a newer Milepost.',
  }),
};
