import { rule } from '../rule.js';
import type { Suggestion } from '../suggest.js';
import { didYouMean, oneOf, shown } from '../words.js';

/** Problems of what says which findings count: the config, the comments that ignore a finding, the baseline. */
export const policyRules = {
  'config-unknown-rule': rule<{ rule: string } & Suggestion>({
    severity: 'error',
    text: ({ rule, suggestion }) => `there is no rule ${shown(rule)}${didYouMean(suggestion)}`,
    help: () => 'A rule’s id stands behind the severity of each finding.',
  }),
  'config-glob-unmatched': rule<{ glob: string } & Suggestion>({
    severity: 'warning',
    text: ({ glob, suggestion }) => `${shown(glob)} means no file there is${didYouMean(suggestion)}`,
    help: () => 'Globs are relative to the folder of the config; `**` stands for folders in between.',
  }),
  'config-sources-unmatched': rule<{ glob: string; others: number } & Suggestion>({
    severity: 'error',
    text: ({ glob, others, suggestion }) =>
      `${shown(glob)} means no file there is, and ${others === 0 ? 'nothing else is named' : `so it is with all ${others + 1}`} under \`sources\`: there is nothing to read${didYouMean(suggestion)}`,
    help: () =>
      'Globs are relative to the folder of the config. Put returned files there, or name them on the command line.',
  }),
  'config-unknown-flavour': rule<{ found: string; allowed: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ found, allowed, suggestion }) =>
      `there is no flavour ${shown(found)}; allowed: ${oneOf(allowed)}${didYouMean(suggestion)}`,
    help: () => 'Leave it out where the files are to be recognised.',
  }),
  'config-file-unreadable': rule<{ what: string; file: string; reason: string }>({
    severity: 'error',
    text: ({ what, file, reason }) => `the ${what} ${shown(file)} cannot be read: ${reason}`,
    help: () => 'Paths are relative to the folder of the config.',
  }),
  'config-file-kind': rule<{ needed: string; file: string; found?: string }>({
    severity: 'error',
    text: ({ needed, file, found }) =>
      `${shown(file)} is ${found === undefined ? `no ${needed}` : `a ${found}, and a ${needed} is needed here`}`,
    help: ({ needed }) =>
      needed === 'questionnaire'
        ? 'A questionnaire starts with `milepost: 1`, and says no `kind`.'
        : `A ${needed} starts with \`milepost: 1\` and \`kind: ${needed}\`.`,
  }),
  'ignore-malformed': rule<{ found: string; why: string }>({
    severity: 'warning',
    text: ({ found, why }) => `${shown(found)} ignores nothing: ${why}`,
    help: () => 'Write `# milepost-ignore-next-line rule-id -- reason`; several ids are joined by commas.',
  }),
  'ignore-unknown-rule': rule<{ rule: string } & Suggestion>({
    severity: 'warning',
    text: ({ rule, suggestion }) =>
      `this comment ignores ${shown(rule)}, which is no rule${didYouMean(suggestion)}`,
  }),
  'ignore-unused': rule<{ rule: string }>({
    severity: 'warning',
    text: ({ rule }) => `this comment ignores \`${rule}\`, of which there is no finding on the next line`,
    help: ({ rule }) => `Take \`${rule}\` out of the comment.`,
  }),
  'baseline-stale': rule<{ rule: string; of: string; at: string }>({
    severity: 'warning',
    text: ({ rule, of, at }) =>
      `the baseline knows a \`${rule}\` in ${of}${at === '' ? '' : ` at ${shown(at)}`} that is no longer found`,
    help: () => 'Run `milepost check` with `--update-baseline` to take it out.',
  }),
};
