import { type Division, divisions } from '../../../compare/agreement/agreement.js';
import type { TableCell } from '../../table.js';
import { text } from '../cells.js';
import {
  count,
  figure,
  number,
  questionColumns,
  shownFor,
  statisticDigits,
  titled,
  unitColumns,
  words,
} from './cells.js';
import type { ComparisonTable } from './comparison-table.js';

export const talk: ComparisonTable = {
  describe: 'what each room should talk about, most divided first, with dissent',
  needs: ['ratings'],
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const asked = questionColumns();
    return {
      title: titled(groups, 'to talk about'),
      columns: [
        ...unit.columns,
        ...asked.columns,
        count('n', 'Ratings'),
        count('range', 'Levels apart'),
        figure('rwg', 'r*wg*', statisticDigits),
        words('ratings', 'Who chose what'),
        words('dissent', 'Dissent'),
      ],
      rows: groups.flatMap(({ gathered: { ratings } }) =>
        ratings.flatMap((each) => {
          const names = unit.cells(each.place);
          return divisions(each).map((division): readonly TableCell[] => {
            const { question, people } = division.ratings;
            const cells = shownFor(settings.mayShow, people, divided(division));
            return names.concat(asked.cells(question), cells);
          });
        }),
      ),
      notes: ['Questions whose ratings lie two levels or more apart.'],
    };
  },
};

function divided({ ratings, agreement: { n, lowest, highest, rwg } }: Division): readonly TableCell[] {
  const { counts, question, dissent } = ratings;
  const chosen = question.scale.levels.flatMap(({ label: level }, place) => {
    const times = counts[place] ?? 0;
    return times === 0 ? [] : [`${times} × ${level}`];
  });
  return [
    number(n),
    number(highest - lowest),
    number(rwg, statisticDigits),
    text(chosen.join('; ')),
    text(dissent.join('\n')),
  ];
}
