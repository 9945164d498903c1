import { rule } from '../rule.js';
import { didYouMean, oneOf, shown } from '../words.js';

type None = Record<string, never>;

/** Problems of a questionnaire or fragment, found by its schema or by the checks in `questionnaire/`. */
export const definitionRules = {
  'not-a-map': rule<{ kind: string }>({
    severity: 'error',
    text: ({ kind }) => `a ${kind} is a map of keys, and this is none`,
    help: () => 'Start with `milepost: 1`, then one `key: value` a line.',
  }),
  'wrong-kind': rule<{ found: string; needed: string }>({
    severity: 'error',
    text: ({ found, needed }) => `this is a ${found} where a ${needed} is needed`,
  }),
  'unknown-key': rule<{ key: string; allowed: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ key, suggestion }) => `unknown key \`${key}\`${didYouMean(suggestion)}`,
    help: ({ allowed }) => `Known here: ${oneOf(allowed, 40)}.`,
  }),
  'missing-key': rule<{ key: string; of?: string }>({
    severity: 'error',
    text: ({ key, of }) => `${of ?? 'this'} needs the key \`${key}\``,
    help: ({ key }) => `Add \`${key}:\`.`,
  }),
  'key-not-here': rule<{ key: string; reason: string }>({
    severity: 'error',
    text: ({ key, reason }) => `\`${key}\` does not belong here: ${reason}`,
    help: ({ key }) => `Take out \`${key}\`.`,
  }),
  'wrong-type': rule<{ key: string; found: string; needed: readonly string[] }>({
    severity: 'error',
    text: ({ key, found, needed }) =>
      `\`${key}\` is ${found} where ${oneOf(needed).replaceAll('`', '')} is needed`,
  }),
  'unknown-word': rule<{ key: string; found: string; allowed: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ key, found, allowed, suggestion }) =>
      `\`${key}\` is ${shown(found)}; allowed: ${oneOf(allowed)}${didYouMean(suggestion)}`,
  }),
  'bad-form': rule<{ key: string; found: string; form: string }>({
    severity: 'error',
    text: ({ key, found, form }) => `\`${key}\` is ${shown(found)}; it must be ${form}`,
  }),
  'out-of-limits': rule<{ key: string; found: string; limit: string }>({
    severity: 'error',
    text: ({ key, found, limit }) => `\`${key}\` is ${found}; it must be ${limit}`,
  }),
  'schema-other': rule<{ key: string; detail: string }>({
    severity: 'error',
    text: ({ key, detail }) => `\`${key}\` ${detail}`,
  }),
  'duplicate-id': rule<{ id: string; first: string }>({
    severity: 'error',
    text: ({ id, first }) => `the id \`${id}\` is taken: ${first} has it`,
    help: () =>
      'Questions, grid items, dimensions, themes, indices and profile fields share one namespace: they become columns.',
  }),
  'duplicate-name': rule<{ what: string; id: string; line?: number }>({
    severity: 'error',
    text: ({ what, id, line }) =>
      `the ${what} \`${id}\` is defined twice${line === undefined ? '' : ` (first in line ${line})`}`,
  }),
  'reserved-id': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `the id \`${id}\` is reserved for Milepost's own columns`,
    help: () => 'Choose another one, such as one with a word in front.',
  }),
  'unknown-scale': rule<{ id: string; known: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no scale \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known.length === 0
        ? 'Define it under `scales:`.'
        : `Defined: ${oneOf(known)}. Or define it under \`scales:\`.`,
  }),
  'unknown-option-list': rule<{ id: string; known: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no option list \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known.length === 0
        ? 'Define it under `option_lists:`, or list the options here.'
        : `Defined: ${oneOf(known)}.`,
  }),
  'unknown-theme': rule<{ id: string; known: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no theme \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) => (known.length === 0 ? 'Define it under `themes:`.' : `Defined: ${oneOf(known)}.`),
  }),
  'unknown-level': rule<{ level: string; scale: string; known: readonly number[] }>({
    severity: 'error',
    text: ({ level, scale, known }) => `the scale \`${scale}\` has no level ${level}; it has ${oneOf(known)}`,
  }),
  'levels-out-of-order': rule<{ value: number; before: number }>({
    severity: 'error',
    text: ({ value, before }) => `level ${value} stands after level ${before}`,
    help: () => 'List the levels from the lowest to the highest, each once.',
  }),
  'no-spread': rule<{ what: string }>({
    severity: 'error',
    text: ({ what }) => `every level of ${what} has the same score`,
    help: () => 'A scale needs at least two different scores to tell answers apart.',
  }),
  'options-partly-scored': rule<{ unscored: readonly string[] }>({
    severity: 'error',
    text: ({ unscored }) => `some options have a score, but not ${oneOf(unscored)}`,
    help: () => 'Give every option a score, or none.',
  }),
  'options-all-exclusive': rule<None>({
    severity: 'error',
    text: () => 'every option is exclusive, so only one can ever be chosen',
    help: () => 'Make this question a `choice`.',
  }),
  'exclusive-in-choice': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `the option \`${id}\` is exclusive, but a \`choice\` takes one option anyway`,
    help: () => 'Take out `exclusive`, or make this question a `choices`.',
  }),
  'reads-as-non-answer': rule<{ what: string; word: string; meaning: string }>({
    severity: 'error',
    text: ({ what, word, meaning }) => `the ${what} ${shown(word)} would be read as \`${meaning}\``,
    help: () => 'Use another word, so that the answer and the non-answer stay apart.',
  }),
  'min-not-below-max': rule<{ min: number | string; max: number | string }>({
    severity: 'error',
    text: ({ min, max }) => `\`min\` is ${min} and \`max\` is ${max}; the minimum must be below the maximum`,
  }),
  'steps-out-of-order': rule<{ from: number; before: number }>({
    severity: 'error',
    text: ({ from, before }) => `the step from ${from} stands after the step from ${before}`,
    help: () => 'List the steps from the lowest `from` to the highest.',
  }),
  'steps-with-gap': rule<{ first: number; min: number }>({
    severity: 'error',
    text: ({ first, min }) => `the lowest step starts at ${first}, but the answer can be as low as ${min}`,
    help: ({ min }) => `Let the first step start at ${min}.`,
  }),
  'steps-without-min': rule<{ first: number }>({
    severity: 'error',
    text: ({ first }) => `numbers below ${first} have no step`,
    help: ({ first }) => `Give the question \`min: ${first}\`.`,
  }),
  'bad-pattern': rule<{ pattern: string; detail: string }>({
    severity: 'error',
    text: ({ pattern, detail }) => `the pattern ${shown(pattern)} is no regular expression: ${detail}`,
  }),
  'unit-not-required': rule<{ id: string }>({
    severity: 'warning',
    text: ({ id }) => `the unit field \`${id}\` is not required; responses without it form a unit \`(none)\``,
    help: () => 'Add `required: true`.',
  }),
  'unit-personal': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `the unit field \`${id}\` is marked \`personal\`; a unit cannot be dropped at intake`,
  }),
  'missing-recommended': rule<{ key: string; why: string }>({
    severity: 'warning',
    text: ({ key, why }) => `there is no \`${key}\`; ${why}`,
    help: ({ key }) => `Add \`${key}:\`.`,
  }),
  redefined: rule<{ what: string; id: string; other: string }>({
    severity: 'error',
    text: ({ what, id, other }) => `the ${what} \`${id}\` is already defined in ${other}`,
    help: () => 'Rename one of the two, or take this one out.',
  }),
  'use-cycle': rule<{ file: string }>({
    severity: 'error',
    text: ({ file }) => `${file} is included by itself`,
  }),
  'included-file': rule<{ file: string; reason: string }>({
    severity: 'error',
    text: ({ file, reason }) => `${file} ${reason}`,
    help: () => 'The path is read relative to this file.',
  }),
  'unknown-target': rule<{ id: string; ask: string }>({
    severity: 'error',
    text: ({ id, ask }) => `\`ask: [${ask}]\` needs a scale, and \`${id}\` has none`,
    help: () => 'Only `level` questions can ask for a target.',
  }),
};
