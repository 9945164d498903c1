import { type RoleMean, roleDifferences } from '../../../compare/agreement/roles.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import { text } from '../cells.js';
import {
  count,
  figure,
  number,
  questionColumns,
  shownUnless,
  statisticDigits,
  titled,
  unitColumns,
  words,
} from './cells.js';
import type { ComparisonTable } from './comparison-table.js';
import { placedRows } from './placed-table.js';

export const roles: ComparisonTable = {
  describe: 'how roles (`--roles`) answer differently, question by question',
  needs: ['ratings'],
  sortedBy: ['question', 'n', 'mean', 'other_n', 'other_mean', 'difference'],
  wide: {
    about: [{ id: 'question', title: 'text' }],
    figure: 'difference',
    beside: ['role', 'other_role'],
    order: ({ questionnaire }) => [questionnaire.questions.map(({ id }) => id)],
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const asked = questionColumns();
    const rows = groups.flatMap(({ plans, gathered: { ratings } }) => {
      const questionnaire = plans[0]?.questionnaire;
      const order = questionnaire === undefined ? [] : rolesIn(questionnaire, settings.roles);
      const titles = new Map(order.map(({ id, label: title }) => [id, title]));
      const seen = new Set(ratings.flatMap(({ byRole }) => [...byRole.keys()]));
      const all = [...new Set([...titles.keys(), ...[...seen].toSorted()])];
      return ratings.flatMap((each) =>
        roleDifferences(each, all, settings.mayShow).map(({ question, one, other }) => {
          const isSmall = ({ people }: RoleMean) => !settings.mayShow(people);
          const isWithheld = (mean: RoleMean) =>
            isSmall(mean) || isHidden(settings.hidden, 'roles', each.place, question.id, mean.role);
          const side = (mean: RoleMean) => [
            text(titles.get(mean.role) ?? mean.role),
            ...shownUnless(isSmall(mean), [number(mean.n)]),
            ...shownUnless(isWithheld(mean), [number(mean.mean, statisticDigits)]),
          ];
          const difference = number(one.mean - other.mean, statisticDigits);
          return {
            place: each.place,
            cells: [
              ...unit.cells(each.place),
              ...asked.cells(question),
              ...side(one),
              ...side(other),
              ...shownUnless(isWithheld(one) || isWithheld(other), [difference]),
            ],
          };
        }),
      );
    });
    return {
      title: titled(groups, 'roles'),
      columns: [
        ...unit.columns,
        ...asked.columns,
        words('role', 'Role'),
        count('n', 'Ratings'),
        figure('mean', 'Mean', statisticDigits),
        words('other_role', 'Other role'),
        count('other_n', 'Ratings'),
        figure('other_mean', 'Mean', statisticDigits),
        figure('difference', 'Difference', statisticDigits),
      ],
      ...placedRows(rows),
      notes: [],
    };
  },
};

function rolesIn(
  { profile }: Pick<Questionnaire, 'profile'>,
  id: string | undefined,
): readonly { readonly id: string; readonly label: string }[] {
  const field = profile.find((each) => each.id === id);
  return field?.type === 'choice' ? field.options : [];
}
