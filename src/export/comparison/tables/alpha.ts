import { scaleAgreements } from '../../../compare/agreement/agreement.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import { text } from '../cells.js';
import {
  count,
  figure,
  label,
  measuredIn,
  number,
  shownUnless,
  statisticDigits,
  titled,
  unitColumns,
} from './cells.js';
import type { ComparisonTable } from './comparison-table.js';
import { placedRows } from './placed-table.js';

export const alpha: ComparisonTable = {
  describe: "Krippendorff's alpha of each unit and scale",
  needs: ['ratings'],
  sortedBy: ['scale', 'questions', 'ratings', 'alpha'],
  wide: {
    about: [{ id: 'scale', title: 'scale' }],
    figure: 'alpha',
    beside: [],
    order: ({ questionnaire }) => [
      questionnaire.questions.flatMap((question) => (question.type === 'level' ? [question.scale.id] : [])),
    ],
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const rows = groups.flatMap(({ gathered: { ratings } }) =>
      ratings.flatMap((each) =>
        scaleAgreements(each).map(({ scale, questions, ratings: n, alpha: found }) => ({
          place: each.place,
          cells: [
            ...unit.cells(each.place),
            text(scale.id),
            ...shownUnless(!settings.mayShow(each.people), [number(questions), number(n)]),
            ...shownUnless(isHidden(settings.hidden, 'alpha', each.place, scale.id), [
              number(found, statisticDigits),
            ]),
          ],
        })),
      ),
    );
    return {
      title: titled(groups, "Krippendorff's alpha"),
      columns: [
        ...unit.columns,
        label('scale', 'Scale'),
        count('questions', 'Questions'),
        count('ratings', 'Ratings'),
        measuredIn('coefficient', figure('alpha', 'Alpha', statisticDigits)),
      ],
      ...placedRows(rows),
      notes: [
        'Ordinal: 1 is perfect agreement, 0 what chance would give; none where all ratings are the same.',
      ],
    };
  },
};
