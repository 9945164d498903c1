import { describedRule, rule } from '../rule.js';
import type { Suggestion } from '../suggest.js';
import { and, didYouMean, oneOf, shown } from '../words.js';
import { typeHelp } from './type-help.js';

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
    help: ({ key, allowed }) =>
      key === '<<' ? 'Merge keys are not used: write the keys out.' : `Known here: ${oneOf(allowed, 40)}.`,
  }),
  'mistaken-kind': rule<{ kind: string; said?: string; by?: 'schema' }>({
    severity: 'error',
    text: ({ kind, said, by }) =>
      by === 'schema'
        ? `this names the schema of a ${kind}, but the file does not say that it is one`
        : said === undefined
          ? `this has the keys of a ${kind}, but does not say that it is one`
          : `this says that it is a ${said}, but has the keys of a ${kind}`,
    help: ({ kind }) =>
      kind === 'questionnaire' ? 'Take out `kind`.' : `Write \`kind: ${kind}\` below \`milepost: 1\`.`,
  }),
  'schema-of-other-kind': rule<{ schema: string; kind: string; said?: string }>({
    severity: 'warning',
    text: ({ schema, kind, said }) =>
      `this names the schema of a ${schema}, and the file ${said === undefined ? `is a ${kind}` : `says \`kind: ${said}\``}; editors will complain of what is right`,
    help: ({ schema, kind }) =>
      kind === 'questionnaire'
        ? `Name \`questionnaire.schema.json\`, or write \`kind: ${schema}\` if it is one.`
        : `Name \`${kind}.schema.json\`.`,
  }),
  'schema-not-there': rule<{ schema: string }>({
    severity: 'info',
    text: ({ schema }) => `editors look for a schema in ${shown(schema)}, and there is no such file`,
    help: () => 'The path is read relative to this file; `milepost schema --of KIND` prints the schema.',
  }),
  'missing-key': describedRule<{ key: string; of?: string }>({
    severity: 'error',
    text: ({ key, of }) => `${of ?? 'this'} needs the key \`${key}\``,
    help: ({ key }) => `Add \`${key}:\`.`,
  }),
  'key-not-here': rule<{ key: string; reason: string }>({
    severity: 'error',
    text: ({ key, reason }) => `\`${key}\` does not belong here: ${reason}`,
    help: ({ key }) => `Take out \`${key}\`.`,
  }),
  'wrong-type': describedRule<{
    key: string;
    found: string;
    needed: readonly string[];
    value?: string;
    allowed?: readonly string[];
  }>({
    severity: 'error',
    text: ({ key, found, needed }) =>
      `\`${key}\` is ${found} where ${oneOf(needed).replaceAll('`', '')} is needed`,
    help: ({ found, needed, value, allowed }) =>
      allowed === undefined ? typeHelp(needed, value, found) : `Allowed: ${oneOf(allowed)}.`,
  }),
  'unknown-word': rule<{ key: string; found: string; allowed: readonly string[]; suggestion?: string }>({
    severity: 'error',
    text: ({ key, found, allowed, suggestion }) =>
      `\`${key}\` is ${shown(found)}; allowed: ${oneOf(allowed)}${didYouMean(suggestion)}`,
  }),
  'bad-form': rule<{ key: string; found: string; form: string; isKey?: boolean; suggestion?: string }>({
    severity: 'error',
    text: ({ key, found, form, isKey = false, suggestion }) =>
      isKey
        ? `the key ${shown(found)} of \`${key}\` must be ${form}${didYouMean(suggestion)}`
        : `\`${key}\` is ${shown(found)}; it must be ${form}${didYouMean(suggestion)}`,
  }),
  'listed-twice': rule<{ key: string; item: string }>({
    severity: 'error',
    text: ({ key, item }) => `\`${item}\` stands twice in \`${key}\``,
    help: () => 'Take one of the two out.',
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
      `the ${what} \`${id}\` is defined twice${line === undefined ? '' : `, first in line ${line}`}`,
    help: () => 'Take one of the two out, or give it an id of its own.',
  }),
  'reserved-id': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `the id \`${id}\` is reserved: Milepost uses the word itself`,
    help: () => 'Choose another, such as the same with a word in front.',
  }),
  'unknown-scale': rule<{ id: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no scale \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known.length === 0
        ? 'Define it under `scales:`.'
        : `Defined: ${oneOf(known)}. Or define it under \`scales:\`.`,
  }),
  'unknown-option-list': rule<{ id: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no option list \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known.length === 0
        ? 'Define it under `option_lists:`, or list the options here.'
        : `Defined: ${oneOf(known)}.`,
  }),
  'unknown-theme': rule<{ id: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no theme \`${id}\`${didYouMean(suggestion)}`,
    help: ({ known }) => (known.length === 0 ? 'Define it under `themes:`.' : `Defined: ${oneOf(known)}.`),
  }),
  'named-otherwise': rule<{ what: string; id: string; meant: string; uses: number; sure?: true }>({
    severity: 'error',
    text: ({ what, id, meant, uses }) =>
      `the ${what} \`${id}\` is used nowhere, and ${uses} places name \`${meant}\`; did you mean \`${meant}\`?`,
    help: () => 'Both must be spelt the same.',
  }),
  'unknown-level': rule<{ level: string; scale: string; known: readonly number[] }>({
    severity: 'error',
    text: ({ level, scale, known }) => `the scale \`${scale}\` has no level ${level}; it has ${oneOf(known)}`,
  }),
  'levels-out-of-order': rule<{ value: number; beside: number; side: 'before' | 'after' }>({
    severity: 'error',
    text: ({ value, beside, side }) => `level ${value} stands ${side} level ${beside}`,
    help: () => 'List the levels from the lowest to the highest, each once.',
  }),
  'no-spread': rule<{ what: string }>({
    severity: 'error',
    text: ({ what }) => `${what} gives every answer the same score`,
    help: () => 'It needs at least two different scores to tell answers apart.',
  }),
  'options-partly-scored': rule<{ scored: readonly string[]; unscored: readonly string[] }>({
    severity: 'error',
    text: ({ scored, unscored }) =>
      scored.length < unscored.length
        ? `only ${and(scored)} of the options ${scored.length === 1 ? 'has' : 'have'} a score`
        : `the other options have a score, and ${and(unscored)} ${unscored.length === 1 ? 'has' : 'have'} none`,
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
  'reads-as-non-answer': describedRule<{ what: string; word: string; meaning: string }>({
    severity: 'error',
    text: ({ what, word, meaning }) => `the ${what} ${shown(word)} would be read as \`${meaning}\``,
    help: () => 'Use another word, so that the answer and the non-answer stay apart.',
  }),
  'word-means-two': rule<{ word: string; meaning: string; other: string }>({
    severity: 'error',
    text: ({ word, meaning, other }) =>
      `${shown(word)} is to be read as \`${meaning}\`, but is already read as \`${other}\``,
    help: () => 'Take it out: a word in a cell can mean only one thing.',
  }),
  'min-not-below-max': rule<{ min: number | string; max: number | string }>({
    severity: 'error',
    text: ({ min, max }) => `\`min\` is ${min} and \`max\` is ${max}; the minimum must be below the maximum`,
  }),
  'range-not-upwards': rule<{ min: number; max: number }>({
    severity: 'error',
    text: ({ min, max }) => `the range goes from ${min} to ${max}; the first must be below the second`,
  }),
  'no-such-date': rule<{ key: string; found: string }>({
    severity: 'error',
    text: ({ key, found }) => `\`${key}\` is ${shown(found)}, and there is no such day`,
  }),
  'steps-out-of-order': rule<{ value: number; beside: number; side: 'before' | 'after' }>({
    severity: 'error',
    text: ({ value, beside, side }) => `the step from ${value} stands ${side} the step from ${beside}`,
    help: () => 'List the steps from the lowest `from` to the highest, each once.',
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
  'missing-recommended': describedRule<{ key: string; why: string }>({
    severity: 'warning',
    text: ({ key, why }) => `there is no \`${key}\`; ${why}`,
    help: ({ key }) => `Add \`${key}:\`.`,
  }),
  redefined: rule<{ what: string; id: string; other: string }>({
    severity: 'error',
    text: ({ what, id, other }) => `the ${what} \`${id}\` is already defined in ${other}`,
    help: () => 'Rename one of the two, or take this one out.',
  }),
  'used-twice': rule<{ file: string }>({
    severity: 'error',
    text: ({ file }) => `${file} is included twice`,
    help: () => 'Take one of the two out.',
  }),
  'included-file': rule<{ file: string; reason: string }>({
    severity: 'error',
    text: ({ file, reason }) => `${file} ${reason}`,
    help: () => 'The path is read relative to this file.',
  }),
  'no-barriers': rule<{ id: string }>({
    severity: 'warning',
    text: ({ id }) => `\`${id}\` asks for barriers, and there are none to choose from`,
    help: () => 'List them under `barriers:`.',
  }),
  'included-kind': rule<{ file: string; found: string; needed: string }>({
    severity: 'error',
    text: ({ file, found, needed }) => `${file} is a ${found}, and a ${needed} is needed here`,
    help: ({ needed }) => `Name a file that says \`kind: ${needed}\`.`,
  }),
  'unknown-target': rule<{ id: string; ask: string }>({
    severity: 'error',
    text: ({ id, ask }) => `\`ask: [${ask}]\` needs a scale, and \`${id}\` has none`,
    help: () => 'Only `level` questions can ask for a target.',
  }),
};
