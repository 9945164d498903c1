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
  'offer-derivable': rule<{ unit: string; node: string }>({
    severity: 'error',
    text: ({ unit, node }) =>
      `what ${unit} offers in ${node} must be left out, and tables given out before tell that it offers something there`,
    help: () =>
      'Nothing was written. Leave the table of exchange out, or withdraw one that was given out before; a lower --min-group does not help.',
  }),
};
