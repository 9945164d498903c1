import { unitFields } from '../../questionnaire/questionnaire.js';
import { questionsBehind } from '../influence/questions-behind.js';
import type { Plan } from '../plan.js';

/**
 * The ids of the questions whose answers can move a figure of a plan, by its id or the one it has in the next version.
 * The name of all themes is that of each, and what holds for units, or for everything, holds for all figures.
 */
export function questionsMoving(
  plan: Plan,
  renames: ReadonlyMap<string, string>,
): (figure: string) => readonly string[] {
  const units = unitFields(plan.questionnaire).map(({ id }) => renames.get(id) ?? id);
  const figures = [...plan.nodes, ...plan.indices];
  const known = new Map<string, readonly string[]>();
  const find = (name: string): readonly string[] => {
    const meant = figures.filter(
      (figure) =>
        name === '' ||
        units.includes(name) ||
        figure.id === name ||
        renames.get(figure.id) === name ||
        (name === 'themes' && 'kind' in figure && figure.kind === 'theme'),
    );
    return [
      ...new Set(meant.flatMap((figure) => questionsBehind(plan, figure).map((question) => question.id))),
    ];
  };
  return (name) => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
}
