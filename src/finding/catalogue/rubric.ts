import { describedRule, rule } from '../rule.js';
import type { Suggestion } from '../suggest.js';
import { didYouMean, oneOf } from '../words.js';

/** Problems of a rubric, and of scoring by it. */
export const rubricRules = {
  'rubric-not-for-this': rule<{ rubric: string; for: string; questionnaire: string }>({
    severity: 'error',
    text: ({ rubric, for: meant, questionnaire }) =>
      `the rubric \`${rubric}\` is for the questionnaire \`${meant}\`, not for \`${questionnaire}\``,
  }),
  'rubric-unknown-question': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no question \`${id}\` to override${didYouMean(suggestion)}`,
  }),
  'rubric-unknown-dimension': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no dimension \`${id}\`${didYouMean(suggestion)}`,
  }),
  'rubric-unknown-answer': rule<{ question: string; answer: string; known: readonly (string | number)[] }>({
    severity: 'error',
    text: ({ question, answer, known }) =>
      known.length === 0
        ? `the answers to \`${question}\` cannot be scored one by one`
        : `\`${question}\` has no answer \`${answer}\`; it has ${oneOf(known)}`,
  }),
  'override-partly-scored': rule<{ question: string; unscored: readonly (string | number)[] }>({
    severity: 'error',
    text: ({ question, unscored }) =>
      `this gives some answers to \`${question}\` a score, but not ${oneOf(unscored)}`,
    help: () => 'The question itself scores none of them: give every one a score here.',
  }),
  'bands-out-of-order': rule<{ id: string; from: number; before: number }>({
    severity: 'error',
    text: ({ id, from, before }) =>
      `the band \`${id}\` starts at ${from}, after one that starts at ${before}`,
    help: () => 'List bands from the lowest to the highest.',
  }),
  'unknown-method': rule<{ method: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ method, known, suggestion }) =>
      known.length === 0
        ? `no plugin gives the method \`${method}\``
        : `no plugin gives the method \`${method}\`; given: ${oneOf(known)}${didYouMean(suggestion)}`,
    help: () => 'Name the module under `plugins:`, or give it with --plugin.',
  }),
  'all-weights-zero': rule<{ node: string }>({
    severity: 'error',
    text: ({ node }) => `every weight under \`${node}\` is 0, so nothing counts`,
    help: () => 'Give at least one of them a weight above 0.',
  }),
  'range-empty': rule<{ min: number; max: number }>({
    severity: 'error',
    text: ({ min, max }) => `the range goes from ${min} to ${max}; the first must be below the second`,
  }),
  'question-without-spread': rule<{ question: string; score: number }>({
    severity: 'error',
    text: ({ question, score }) =>
      `every answer to \`${question}\` scores ${score}, which cannot be mapped to \`range\``,
    help: () => 'Give its answers different scores, or take `range` away.',
  }),
  'negative-under-mean': rule<{ method: string; node: string; min: number }>({
    severity: 'error',
    text: ({ method, node, min }) =>
      `\`${method}\` needs scores that cannot go below 0; under \`${node}\` they can go down to ${min}`,
    help: () => 'Set `range:` to map scores to 0 or above, or choose another method.',
  }),
  'staged-unknown-member': rule<{ id: string; node: string } & Suggestion>({
    severity: 'error',
    text: ({ id, node, suggestion }) =>
      `\`${id}\` is no scored question or dimension below \`${node}\`${didYouMean(suggestion)}`,
  }),
  'unknown-threshold': rule<{ id: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ id, known, suggestion }) =>
      known.length === 0
        ? `the threshold \`${id}\` names a band, but there are no \`member_bands\``
        : `there is no member band \`${id}\`; there are ${oneOf(known)}${didYouMean(suggestion)}`,
  }),
  'unreachable-threshold': describedRule<{ member: string; from: number; reachable: number }>({
    severity: 'warning',
    text: ({ member, from, reachable }) =>
      `no answers can bring \`${member}\` to the threshold of ${from}; the most is ${reachable}`,
  }),
  'range-needed': rule<{ node: string; parent: string }>({
    severity: 'error',
    text: ({ node, parent }) =>
      `\`${node}\` needs a \`range\`: \`${parent}\` combines it, and nothing else says how low and how high it can be`,
    help: () => 'Add `range: [lowest, highest]`.',
  }),
  'mixed-ranges': describedRule<{ node: string; method: string; ranges: readonly string[] }>({
    severity: 'warning',
    text: ({ node, method, ranges }) =>
      `the \`${method}\` of \`${node}\` ${method.endsWith('mean') ? 'averages' : 'compares'} a ${ranges[0]} scale with a ${ranges[1]} one`,
    help: () => 'Set `range:` to bring all scores to one scale first.',
  }),
  'unreachable-maximum': describedRule<{ node: string; max: number; reachable: number }>({
    severity: 'warning',
    text: ({ node, max, reachable }) =>
      `no answers can bring \`${node}\` to its maximum of ${max}; the most is ${reachable}`,
  }),
  'unreachable-band': describedRule<
    { node: string; band: string; from: number } & ({ most: number } | { to: number; least: number })
  >({
    severity: 'warning',
    text: ({ node, band, from, ...end }) => {
      const why =
        'most' in end
          ? `starts at ${from}; the most is ${end.most}`
          : `ends where the next starts, at ${end.to}; the least is ${end.least}`;
      return `no answers can bring \`${node}\` into the band \`${band}\`, which ${why}`;
    },
    help: () => 'Set the bands within what can be reached, or map the scores by `range:`.',
  }),
  'unknown-gate-node': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no node \`${id}\` to put a gate on${didYouMean(suggestion)}`,
  }),
  'unknown-rollup-level': rule<{ id: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ id, known, suggestion }) =>
      `\`${id}\` is no unit field${known.length === 0 ? '' : `; the unit fields are ${oneOf(known)}`}${didYouMean(suggestion)}`,
    help: () => 'Mark the profile field with `unit: true`.',
  }),
  'rollup-of-not-inner': rule<{ level: string; of: string; allowed: readonly string[] }>({
    severity: 'error',
    text: ({ level, of, allowed }) =>
      `\`${level}\` cannot be made of \`${of}\`; it can be made of ${oneOf(allowed)}`,
  }),
  'rollup-weight': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) =>
      `the weight \`${id}\` is no profile field of type number${didYouMean(suggestion)}`,
  }),
  'nothing-scored': describedRule<{ node: string }>({
    severity: 'warning',
    text: ({ node }) => `nothing under \`${node}\` has a score`,
    help: () =>
      'Give options scores, or use questions with a scale; or write `weight: 0` if it is not meant to have one.',
  }),
  'plugin-consent': rule<{ plugin: string }>({
    severity: 'error',
    text: ({ plugin }) => `this file wants to run the module ${plugin}, and nobody has agreed to that`,
    help: () => 'A module can do anything that you can. If you trust it, run again with --allow-plugins.',
  }),
  'plugin-broken': rule<{ plugin: string; detail: string }>({
    severity: 'error',
    text: ({ plugin, detail }) => `the plugin ${plugin} cannot be used: ${detail}`,
  }),
  'score-not-finite': rule<{ node: string; method: string; response: string; found: string }>({
    severity: 'warning',
    text: ({ node, method, response, found }) =>
      `\`${method}\` gave ${found} for \`${node}\` of ${response}, which is no score`,
  }),
  'score-outside-range': rule<{
    node: string;
    method: string;
    response: string;
    found: number;
    min: number;
    max: number;
  }>({
    severity: 'warning',
    text: ({ node, method, response, found, min, max }) =>
      `\`${method}\` gave ${found} for \`${node}\` of ${response}, outside its range of ${min} to ${max}; it has no score`,
  }),
  'plugin-failed': rule<{ node: string; method: string; response: string; detail: string }>({
    severity: 'warning',
    text: ({ node, method, response, detail }) =>
      `\`${method}\` failed for \`${node}\` of ${response}: ${detail}`,
  }),
  'score-problems-more': rule<{ node: string; more: number }>({
    severity: 'warning',
    text: ({ node, more }) =>
      `\`${node}\` has no score for the same reason in ${more.toLocaleString('en-GB')} more responses`,
  }),
  'example-differs': describedRule<{
    example: string;
    figure: string;
    expected: string;
    actual: string;
    because: string;
  }>({
    severity: 'error',
    text: ({ example, figure, expected, actual }) =>
      `the example \`${example}\` expects ${figure} to be ${expected}, but it is ${actual}`,
    help: ({ because }) => because,
  }),
  'example-unknown-band': rule<{ node: string; band: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ node, band, suggestion }) =>
      `\`${node}\` has no band \`${band}\` to expect${didYouMean(suggestion)}`,
    help: ({ known }) => `It can be ${oneOf(known)}.`,
  }),
  'example-unknown-node': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) => `there is no figure \`${id}\` to expect${didYouMean(suggestion)}`,
  }),
  'example-unknown-question': rule<{ id: string } & Suggestion>({
    severity: 'error',
    text: ({ id, suggestion }) =>
      `there is no question or profile field \`${id}\` to answer${didYouMean(suggestion)}`,
  }),
  'example-answer': rule<{ question: string; detail: string }>({
    severity: 'error',
    text: ({ question, detail }) => `the answer to \`${question}\` cannot be read: ${detail}`,
  }),
};
