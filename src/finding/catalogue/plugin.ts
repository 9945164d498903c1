import { rule } from '../rule.js';

/** What rules of one's own find, and what goes wrong with them. */
export const pluginRules = {
  // Stands for every rule of every module: its id, severity and words are the module's own.
  'plugin-rule': rule<{ id: string; message: string; help?: string }>({
    severity: 'warning',
    text: ({ message }) => message,
    help: ({ help }) => help,
  }),
  'plugin-rule-failed': rule<{ id: string; plugin: string; detail: string }>({
    severity: 'error',
    text: ({ id, plugin, detail }) => `the rule \`${id}\` of ${plugin} failed: ${detail}`,
    help: () =>
      'That is a mistake in the module. To go on without the rule, take the module out of the config.',
  }),
  'plugin-rule-twice': rule<{ id: string; plugin: string; other: string }>({
    severity: 'error',
    text: ({ id, plugin, other }) => `the rule \`${id}\` of ${plugin} is already one of ${other}`,
    help: () => 'Name only one of the two modules.',
  }),
};
