import { rule } from '../rule.js';
import { and } from '../words.js';

/** What would give a small group away. */
export const privacyRules = {
  'withheld-derivable': rule<{ figure: string; low: string; high: string; by: readonly string[] }>({
    severity: 'error',
    text: ({ figure, low, high, by }) =>
      `${figure} must be withheld, and can be worked out as ${low === high ? low : `${low} to ${high}`} from ${and(by)}`,
    help: () =>
      'Nothing was written. Show fewer levels, columns or measures, or withdraw the table given out before; a lower --min-group does not help.',
  }),
};
