import { agreementAbout } from '../../../compare/agreement/agreement.js';
import {
  count,
  figure,
  number,
  questionColumns,
  shownFor,
  statisticDigits,
  titled,
  unitColumns,
} from './cells.js';
import type { ComparisonTable } from './comparison-table.js';

export const agreement: ComparisonTable = {
  describe: 'how far ratings of each question agree, by unit',
  needs: ['ratings'],
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const asked = questionColumns();
    const rows = groups.flatMap(({ gathered: { ratings } }) =>
      ratings.flatMap(({ place, questions }) => {
        const names = unit.cells(place);
        return questions.flatMap((each) => {
          const found = agreementAbout(each);
          if (found === undefined) return [];
          const { scale } = each.question;
          const { n, lowest, highest, standardDeviation, rwg } = found;
          const level = (at: number) => number(scale.levels[at - 1]?.value, statisticDigits);
          const figures = [
            level(lowest),
            level(highest),
            number(highest - lowest),
            number(standardDeviation, statisticDigits),
            number(rwg, statisticDigits),
          ];
          const cells = shownFor(settings.mayShow, each.people, figures);
          return [[...names, ...asked.cells(each.question), number(n), ...cells]];
        });
      }),
    );
    return {
      title: titled(groups, 'agreement'),
      columns: [
        ...unit.columns,
        ...asked.columns,
        count('n', 'Ratings'),
        figure('lowest', 'Lowest', statisticDigits),
        figure('highest', 'Highest', statisticDigits),
        count('range', 'Levels apart'),
        figure('sd', 'Standard deviation', statisticDigits),
        figure('rwg', 'r*wg*', statisticDigits),
      ],
      rows,
      notes: [
        'r*wg*: 1 where all agree, 0 where levels might have been drawn by lot, below 0 where they split.',
      ],
    };
  },
};
