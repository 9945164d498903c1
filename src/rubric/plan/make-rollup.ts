import { suggestion } from '../../finding/suggest.js';
import { isBroken } from '../../questionnaire/broken.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { mean } from '../methods/mean.js';
import { combiningMethod, combiningMethods } from '../methods/registry.js';
import type { PlanNode, Rollup, RollupLevel } from '../plan.js';
import type { RubricContext } from './rubric-context.js';

/** How units are made of what is below them, by unit field from the outermost in. */
export function makeRollup(nodes: readonly PlanNode[], context: RubricContext): Rollup {
  const { questionnaire, rubric, broken, report, plugins } = context;
  const { prefer, ...written } = rubric.body.rollup ?? {};
  const fields = unitFields(questionnaire).map((field) => field.id);
  for (const id of Object.keys(written)) {
    if (fields.includes(id) || isBroken(broken, id)) continue;
    report('unknown-rollup-level', ['rollup', id], { id, known: fields, ...suggestion(id, fields) }, 'key');
  }
  const levels = fields.map((unit, i): RollupLevel => {
    const definition = written[unit];
    const entry = typeof definition === 'object' ? definition : {};
    const path = ['rollup', unit];
    const inner = fields.slice(i + 1);
    const of = entry.of ?? inner[0] ?? 'responses';
    const allowed = [...inner, 'responses'];
    if (!allowed.includes(of) && (fields.includes(of) || !isBroken(broken, of))) {
      report('rollup-of-not-inner', [...path, 'of'], { level: unit, of, allowed });
    }
    const numbers = questionnaire.profile.filter((field) => field.type === 'number').map((field) => field.id);
    if (entry.weight !== undefined && !numbers.includes(entry.weight) && !isBroken(broken, entry.weight)) {
      report('rollup-weight', [...path, 'weight'], {
        id: entry.weight,
        ...suggestion(entry.weight, numbers),
      });
    }
    const name = entry.method ?? 'mean';
    const plugin = name.startsWith('plugin:') ? plugins.get(name.slice('plugin:'.length)) : undefined;
    const method = plugin ?? combiningMethod(name);
    if (method === undefined) {
      const known = [...combiningMethods.map((each) => each.name), ...plugins.keys()];
      report('unknown-method', [...path, 'method'], { method: name, known, ...suggestion(name, known) });
    }
    const negative = nodes.find(({ range }) => range !== undefined && range.min < 0);
    if (method !== undefined && 'needsNonNegative' in method && method.needsNonNegative && negative?.range) {
      const { id, range } = negative;
      report('negative-under-mean', [...path, 'method'], { method: name, node: id, min: range.min });
    }
    return {
      unit,
      method: method ?? mean,
      of,
      ...(entry.weight === undefined ? {} : { weight: entry.weight }),
      minChildren: entry.min_children ?? 1,
    };
  });
  return { levels, ...(prefer === undefined ? {} : { prefer }) };
}
