import { type Finding, finding, type Place } from '../../finding/finding.js';
import { isMap } from '../../questionnaire/definition/tree.js';
import { described, thrown } from '../methods/plugin.js';
import type { PluginReport, PluginRule, RuleContext } from './define-rule.js';

/** A rule of one's own, and the module that it came from. */
export interface LoadedRule {
  readonly rule: PluginRule;
  readonly plugin: string;
}

/** What rules of one's own find. One that fails is told of, and keeps none of the others from running. */
export function runPluginRules(rules: readonly LoadedRule[], context: RuleContext): readonly Finding[] {
  return rules.flatMap(({ rule, plugin }) => {
    const { id, severity } = rule;
    try {
      return rule.find(context).map((report) => {
        const { place, message, help } = checked(report);
        const args = { id, message, ...(help === undefined ? {} : { help }) };
        return { ...finding('plugin-rule', place, args), severity };
      });
    } catch (error) {
      const place = context.locator.place({ ...context.questionnaire.origin, path: ['id'] });
      return [finding('plugin-rule-failed', place, { id, plugin, detail: thrown(error) })];
    }
  });
}

/** A module may be written without types. */
function checked(report: PluginReport): PluginReport {
  const { place, message, help } = report;
  if (!isPlace(place)) throw new TypeError('it gives no place for what it found; `locator.place` makes one');
  if (typeof message !== 'string' || message === '')
    throw new TypeError(`its text gives ${described(message)}`);
  if (help !== undefined && typeof help !== 'string')
    throw new TypeError(`its help gives ${described(help)}`);
  return report;
}

function isPlace(place: unknown): place is Place {
  if (!isMap(place) || typeof place.file !== 'string') return false;
  const { path, range } = place;
  const isRange = range === undefined || (isMap(range) && isPosition(range.start) && isPosition(range.end));
  return isRange && (path === undefined || Array.isArray(path));
}

function isPosition(position: unknown): boolean {
  return (
    isMap(position) &&
    [position.line, position.column, position.offset].every((number) => Number.isInteger(number))
  );
}
