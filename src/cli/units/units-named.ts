import type { Focus, FocusTarget } from '../../compare/explain/focus.js';
import { suggest } from '../../finding/suggest.js';
import { and } from '../../finding/words.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { UsageError } from '../usage-error.js';

/** What `--unit` says, by its parts; without a field where it has no `=`. */
export interface NamedUnit {
  readonly given: string;
  readonly field: string | undefined;
  readonly name: string;
}

export function namedUnit(given: string): NamedUnit {
  const at = given.indexOf('=');
  return {
    given,
    field: at < 0 ? undefined : given.slice(0, at).trim(),
    name: given.slice(at + 1).trim(),
  };
}

/** The units that `--unit FIELD=NAME` names, by unit field; `instead` is what to do where there are no such fields. */
export function unitsNamed(
  named: readonly NamedUnit[],
  questionnaire: Pick<Questionnaire, 'profile'>,
  instead: string,
): Readonly<Record<string, string>> {
  const fields = unitFields(questionnaire).map((field) => field.id);
  const units: Record<string, string> = {};
  for (const { given, field, name } of named) {
    if (field === undefined || !fields.includes(field)) {
      const meant = field === undefined ? undefined : suggest(field, fields);
      throw new UsageError(
        `--unit ${given}: ${field === undefined ? 'it must be FIELD=NAME' : 'there is no such unit field'}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
        fields.length === 0
          ? `This questionnaire has no unit fields; ${instead}.`
          : `Unit fields: ${fields.join(', ')}.`,
      );
    }
    if (name === '')
      throw new UsageError(`--unit ${given}: it says no name`, `As in \`--unit ${field}=Northbridge\`.`);
    const before = units[field];
    if (before !== undefined && before !== name) {
      throw new UsageError(
        `--unit ${given}: ${field} is ${before} already`,
        'Name one unit, and each of its fields once.',
      );
    }
    units[field] = name;
  }
  return units;
}

/** Nobody is that unit or response, among what was looked at; `register` is a file with more names of units. */
export function unitNotFound(
  target: FocusTarget,
  { seen, waves }: Pick<Focus, 'seen' | 'waves'>,
  register?: string,
): UsageError {
  for (const [field, name] of Object.entries(target.units)) {
    const names = seen.get(field) ?? new Set<string>();
    if (names.has(name)) continue;
    const meant = suggest(name, names);
    return new UsageError(
      `no response is of ${field} ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      register === undefined
        ? 'Unit names are compared exactly.'
        : `Units go by their titles, ids and aliases in ${register}.`,
    );
  }
  const among = `among the answers${target.wave ? ` of wave ${target.wave}` : ''}`;
  const found = [...waves].filter((wave) => wave !== '');
  const others = target.wave && found.length > 0 ? `There is one of ${and(found)}.` : undefined;
  const named = Object.entries(target.units).map(([field, name]) => `${field} ${name}`);
  const which = target.response === undefined ? '' : ` \`${target.response}\``;
  const whose = named.length === 0 ? '' : ` of ${named.join(', ')}`;
  return new UsageError(`there is no response${which}${whose} ${among}`, others);
}
