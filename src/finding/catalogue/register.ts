import { rule } from '../rule.js';
import { and, count, didYouMean, oneOf, shown } from '../words.js';

/** Problems of unit registers, and of responses that are read by one. */
export const registerRules = {
  'unit-unknown': rule<{
    name: string;
    found: string;
    file: string;
    within: string | undefined;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, file, within, suggestion }) =>
      `\`${name}\` is ${shown(found)}, and ${file} has no unit called so${
        within === undefined ? '' : ` in ${shown(within)}`
      }${didYouMean(suggestion)}`,
    help: () =>
      'Write the title, the id or an alias of a unit; or add this name to the `aliases` of the unit that it means.',
  }),
  'asked-unit-unknown': rule<{ name: string; found: string; file: string }>({
    severity: 'warning',
    text: ({ name, found, file }) =>
      `\`${name}\` is ${shown(found)}, and ${file} has no unit called so, or several: it is kept as it was said`,
    help: () =>
      'With this register `milepost import` refuses it: add the name to the `aliases` of the unit that it means, or correct it before the end (`p` in the review).',
  }),
  'unit-ambiguous': rule<{ name: string; found: string; file: string; ids: readonly string[] }>({
    severity: 'error',
    text: ({ name, found, file, ids }) =>
      `\`${name}\` is ${shown(found)}, which several units in ${file} are called: ${and(ids)}`,
    help: () => 'Say which by its id, or fill in the unit that it belongs to.',
  }),
  'unit-attribute-differs': rule<{
    name: string;
    found: string;
    unit: string;
    registered: string;
    responses: number;
  }>({
    severity: 'warning',
    text: ({ name, found, unit, registered, responses }) =>
      `\`${name}\` is ${shown(found)} here, and the register says ${shown(registered)} of ${shown(unit)}: the register counts, in ${count(responses, 'response')}`,
    help: () => 'If respondents are right, correct the register.',
  }),
  'register-empty': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'the register is empty',
    help: () => 'Its first row names the columns, and each row below is a unit.',
  }),
  'register-column-missing': rule<{ column: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ column, suggestion }) =>
      `the register has no column \`${column}\`${suggestion === undefined ? '' : `; is it ${shown(suggestion)}?`}`,
    help: () =>
      'Its first row names the columns: `id`, `title`, `aliases`, `level`, `parent`, `type`, `peers`, `becomes`.',
  }),
  'register-column-twice': rule<{ column: string; first: string }>({
    severity: 'error',
    text: ({ column, first }) =>
      `the column ${shown(column)} is there twice, the first time as column ${first}`,
    help: () => 'Take one of the two out, or rename it.',
  }),
  'register-id-missing': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'the unit has no `id`',
    help: () => 'Give it one that no other unit has, and that stays when its name changes.',
  }),
  'register-id-twice': rule<{ id: string; first: number }>({
    severity: 'error',
    text: ({ id, first }) => `the id ${shown(id)} stands in line ${first} already`,
    help: () => 'Every unit has an id of its own, at whatever level it is.',
  }),
  'register-level-unknown': rule<{
    found: string;
    levels: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ found, levels, suggestion }) =>
      `the level is ${shown(found)}; allowed: ${oneOf(levels)}${didYouMean(suggestion)}`,
    help: () => 'A level is a profile field of the questionnaire with `unit: true`.',
  }),
  'register-unknown-unit': rule<{ column: string; found: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ column, found, suggestion }) =>
      `\`${column}\` is ${shown(found)}, and no unit has that id${didYouMean(suggestion)}`,
  }),
  'register-parent-level': rule<{ parent: string; level: string; outer: readonly string[] }>({
    severity: 'error',
    text: ({ parent, level, outer }) =>
      `the parent ${shown(parent)} is not at a level above \`${level}\`; ${
        outer.length === 0 ? 'there is none' : `allowed: ${oneOf(outer)}`
      }`,
    help: ({ outer }) => (outer.length === 0 ? 'Leave `parent` blank.' : undefined),
  }),
  'register-cycle': rule<{ column: 'parent' | 'becomes'; units: readonly string[] }>({
    severity: 'error',
    text: ({ column, units }) => `by \`${column}\` these units lead back to themselves: ${and(units)}`,
  }),
  'register-name-twice': rule<{ name: string; other: string }>({
    severity: 'warning',
    text: ({ name, other }) => `${shown(name)} is also a name of the unit \`${other}\` beside it`,
    help: () => 'Answers that say so cannot be told apart: give only one of the two that title or alias.',
  }),
};
