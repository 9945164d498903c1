import { agreementAbout } from '../../../compare/agreement/agreement.js';
import type { WithinGroup } from '../../../compare/agreement/within-group.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { Scale } from '../../../questionnaire/questionnaire.js';
import type { TableCell } from '../../tables/table.js';
import {
  count,
  figure,
  measuredIn,
  number,
  questionColumns,
  shownUnless,
  statisticDigits,
  titled,
  unitColumns,
} from './cells.js';
import type { ComparisonTable } from './comparison-table.js';
import { type PlacedRow, placedRows } from './placed-table.js';

export const agreement: ComparisonTable = {
  describe: 'how far ratings of each question agree, by unit',
  needs: ['ratings'],
  sortedBy: ['question', 'n', 'lowest', 'highest', 'range', 'sd', 'rwg'],
  wide: {
    about: [{ id: 'question', title: 'text' }],
    figure: 'rwg',
    beside: [],
    order: ({ questionnaire }) => [questionnaire.questions.map(({ id }) => id)],
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const asked = questionColumns();
    const rows: PlacedRow[] = [];
    for (const { place, people, questions } of groups.flatMap(({ gathered }) => gathered.ratings)) {
      const names = unit.cells(place);
      const isSmall = !settings.mayShow(people);
      for (const each of questions) {
        const found = agreementAbout(each);
        // Of a small unit it is not told either what nobody answered.
        if (found === undefined && !isSmall) continue;
        const isWithheld = isSmall || isHidden(settings.hidden, 'ratings', place, each.question.id);
        const n = shownUnless(isSmall, [number(found?.n)]);
        const figures = shownUnless(isWithheld, figuresOf(found, each.question.scale));
        rows.push({ place, cells: names.concat(asked.cells(each.question), n, figures) });
      }
    }
    return {
      title: titled(groups, 'agreement'),
      columns: [
        ...unit.columns,
        ...asked.columns,
        count('n', 'Ratings'),
        measuredIn('level', figure('lowest', 'Lowest', statisticDigits)),
        measuredIn('level', figure('highest', 'Highest', statisticDigits)),
        measuredIn('level', count('range', 'Levels apart')),
        measuredIn('level', figure('sd', 'Standard deviation', statisticDigits)),
        measuredIn('coefficient', figure('rwg', 'rwg', statisticDigits)),
      ],
      ...placedRows(rows),
      notes: [
        'rwg: 1 where all agree, 0 where levels might have been drawn by lot, below 0 where they split.',
      ],
    };
  },
};

function figuresOf(found: WithinGroup | undefined, { levels }: Scale): readonly TableCell[] {
  const { lowest = Number.NaN, highest = Number.NaN, standardDeviation, rwg } = found ?? {};
  return [
    number(levels[lowest - 1]?.value, statisticDigits),
    number(levels[highest - 1]?.value, statisticDigits),
    number(highest - lowest),
    number(standardDeviation, statisticDigits),
    number(rwg, statisticDigits),
  ];
}
