import { type Division, divisions, whoChoseWhat } from '../../../compare/agreement/agreement.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { TableCell } from '../../tables/table.js';
import { text } from '../cells.js';
import {
  count,
  figure,
  number,
  questionColumns,
  statisticDigits,
  titled,
  unitColumns,
  words,
} from './cells.js';
import type { ComparisonTable, TableSettings, WaveGroup } from './comparison-table.js';
import { type PlacedRow, placedRows } from './placed-table.js';

export const talk: ComparisonTable = {
  describe: 'what each room should talk about, most divided first, with dissent',
  needs: ['ratings'],
  sortedBy: ['question', 'n', 'range', 'rwg'],
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const asked = questionColumns();
    const rows: PlacedRow[] = [];
    for (const each of groups.flatMap(({ gathered }) => gathered.ratings)) {
      const { place } = each;
      const names = unit.cells(place);
      for (const division of divisions(each)) {
        const { question } = division.ratings;
        // That a question stands here tells of its ratings.
        if (isHidden(settings.hidden, 'ratings', place, question.id)) continue;
        rows.push({ place, cells: names.concat(asked.cells(question), divided(division, settings)) });
      }
    }
    return {
      title: titled(groups, 'to talk about'),
      columns: [
        ...unit.columns,
        ...asked.columns,
        count('n', 'Ratings'),
        count('range', 'Levels apart'),
        figure('rwg', 'rwg', statisticDigits),
        words('ratings', 'Who chose what'),
        ...(settings.forRelease ? [] : [words('dissent', 'Dissent')]),
      ],
      ...placedRows(rows),
      notes: ['Questions whose ratings lie two levels or more apart.', ...withheldNote(groups, settings)],
    };
  },
};

/** Of whose ratings the table is silent, divided or not. */
function withheldNote(groups: readonly WaveGroup[], { hidden }: TableSettings): readonly string[] {
  if (hidden.size === 0) return [];
  const silent = groups.flatMap(({ gathered: { ratings } }) =>
    ratings.flatMap(({ place, questions }) =>
      questions.filter(({ question }) => isHidden(hidden, 'ratings', place, question.id)),
    ),
  );
  return silent.length === 0
    ? []
    : [
        `Of ${silent.length} ${silent.length === 1 ? 'question' : 'questions'} in units it is not told whether ratings lie apart.`,
      ];
}

function divided(
  { ratings, agreement: { n, lowest, highest, rwg } }: Division,
  { forRelease }: TableSettings,
): readonly TableCell[] {
  return [
    number(n),
    number(highest - lowest),
    number(rwg, statisticDigits),
    text(whoChoseWhat(ratings)),
    ...(forRelease ? [] : [text(ratings.dissent.join('\n'))]),
  ];
}
