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
  'config-glob-unmatched': rule<{ glob: string }>({
    severity: 'warning',
    text: ({ glob }) => `${shown(glob)} means no file there is`,
    help: () => 'Globs are relative to the folder of the config; `**` stands for folders in between.',
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
