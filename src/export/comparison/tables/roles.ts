import { type RoleMean, roleDifferences } from '../../../compare/agreement/roles.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
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

export const roles: ComparisonTable = {
  describe: 'how roles (`--roles`) answer differently, question by question',
  needs: ['ratings'],
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
        roleDifferences(each, all).map(({ question, one, other }): readonly TableCell[] => {
          const side = ({ role, n, mean, people }: RoleMean) => [
            text(titles.get(role) ?? role),
            number(n),
            ...shownFor(settings.mayShow, people, [number(mean, statisticDigits)]),
          ];
          const isShown = settings.mayShow(one.people) && settings.mayShow(other.people);
          const difference = number(one.mean - other.mean, statisticDigits);
          return [
            ...unit.cells(each.place),
            ...asked.cells(question),
            ...side(one),
            ...side(other),
            ...(isShown ? [difference] : shownFor(() => false, 0, [difference])),
          ];
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
      rows,
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
