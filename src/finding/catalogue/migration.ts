import { rule } from '../rule.js';
import { count, didYouMean, oneOf, shown } from '../words.js';

function answers(n: number): string {
  return count(n, 'answer');
}

function are(n: number): string {
  return n === 1 ? 'is' : 'are';
}

/** Problems of maps from one version of a questionnaire to another, and of the answers that they carry over. */
export const migrationRules = {
  'map-undecided': rule<{ what: string; decide: string }>({
    severity: 'warning',
    text: ({ what }) => `it is not decided yet ${what}`,
    help: ({ decide }) => decide,
  }),
  'map-two-on-one': rule<{ to: string; from: string; other: string }>({
    severity: 'error',
    text: ({ to, from, other }) => `\`${from}\` would become \`${to}\`, and so would \`${other}\``,
    help: ({ from, other }) =>
      `Give them two ids, or put the one whose answers are to go, \`${from}\` or \`${other}\`, under \`drop\`.`,
  }),
  'map-dropped-and-renamed': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `\`${id}\` stands under \`drop\` and under \`rename\``,
    help: () => 'Keep one of the two.',
  }),
  'map-decided-twice': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `\`${id}\` is to be asked again by \`changed\`, and stands under \`levels\``,
    help: () => 'Keep one of the two: `levels` says of each answer what it is now.',
  }),
  'map-unknown-id': rule<{
    id: string;
    version: 'old' | 'new';
    what: string;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ id, version, what, suggestion }) =>
      `the ${version} version has no ${what} \`${id}\`${didYouMean(suggestion)}`,
  }),
  'map-nothing-to-map': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) => `\`${id}\` is new: the old version has no answers that could become its own`,
    help: ({ id }) => `Say under \`rename\` what \`${id}\` was called, or take it out here.`,
  }),
  'map-unknown-level': rule<{
    id: string;
    level: string;
    version: 'old' | 'new';
    allowed: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ id, level, version, allowed, suggestion }) =>
      `the ${version} version of \`${id}\` has no ${shown(level)}; allowed: ${oneOf(allowed)}${didYouMean(suggestion)}`,
  }),
  'map-no-levels': rule<{ id: string; from: string; to: string }>({
    severity: 'error',
    text: ({ id, from, to }) =>
      from === to
        ? `answers to \`${id}\` cannot be mapped one by one: they are of type \`${from}\``
        : `answers of type \`${from}\` cannot be mapped to those of \`${id}\`, which are of type \`${to}\``,
    help: ({ id, from, to }) =>
      from === to
        ? `Say under \`changed\` whether they still hold: \`${id}: keep\`, or \`${id}: ask_again\`.`
        : 'Take it out here: the answers are then to be asked again.',
  }),
  'map-types-differ': rule<{ from: string; fromType: string; to: string; toType: string }>({
    severity: 'error',
    text: ({ from, fromType, to, toType }) =>
      `answers to \`${from}\` are of type \`${fromType}\`, and cannot be those of \`${to}\`, of type \`${toType}\``,
    help: () => 'Take it out here. What has no new id goes under `drop`.',
  }),
  'map-unit-field-lost': rule<{ id: string; free: readonly string[] }>({
    severity: 'error',
    text: ({ id }) =>
      `\`${id}\` says which unit a response belongs to: dropped, its values could not become those of a new unit field`,
    help: ({ id, free }) => `Write \`${id}: ${free[0] ?? '…'}\` under \`rename\` instead.`,
  }),
  'migrate-unit-none': rule<{ id: string }>({
    severity: 'warning',
    text: ({ id }) =>
      `the unit field \`${id}\` is new: every response that is carried over belongs to \`(none)\``,
    help: ({ id }) => `If an old field is \`${id}\` now, say so under \`rename\` in the map.`,
  }),
  'migrate-field-without-source': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) =>
      `the profile field \`${id}\` is new and required: no response that is carried over could have it`,
    help: ({ id }) =>
      `Say under \`rename\` in the map which old field is \`${id}\` now; or let the new version do without it.`,
  }),
  'migrate-removed': rule<{
    what: string;
    id: string;
    version: string;
    responses: number;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ what, id, version, responses: n, suggestion }) =>
      `version ${version} has no ${what} \`${id}\`, and ${count(n, 'response')} ${n === 1 ? 'has' : 'have'} something there${
        suggestion === undefined ? '' : `; is it \`${suggestion}\` now?`
      }`,
    help: ({ id, suggestion }) =>
      `Decide in the map: \`${id}: ${suggestion ?? 'new_id'}\` under \`rename\`, or \`${id}\` under \`drop\`.`,
  }),
  'migrate-profile-value': rule<{ field: string; value: string; responses: number }>({
    severity: 'error',
    text: ({ field, value, responses }) =>
      `\`${field}\` is ${shown(value)} in ${count(responses, 'response')}, which is none of its values in the new version`,
    help: ({ field, value }) =>
      `Say in the map what it is now: \`${field}: { ${value}: … }\` under \`levels\`; \`ask_again\` leaves it blank.`,
  }),
  'migrate-ask-again': rule<{
    question: string;
    because: 'changed' | 'unmapped' | 'not_valid' | 'not_permitted';
    value: string | undefined;
    hasLevels: boolean;
    answers: number;
  }>({
    severity: 'warning',
    text: ({ question, because, value, answers: n }) => {
      switch (because) {
        case 'changed':
          return `\`${question}\` was changed, and the map does not say whether the answers still hold: ${answers(n)} ${are(n)} to be asked again`;
        case 'unmapped':
          return `\`${question}\` was ${shown(value)} in ${answers(n)}, which the map leaves out: to be asked again`;
        case 'not_valid':
          return `${value === undefined ? `${answers(n)} to \`${question}\` ${are(n)}` : `\`${question}\` was ${shown(value)} in ${answers(n)}, which is`} none of what may be answered now: to be asked again`;
        case 'not_permitted':
          return `\`${question}\` was ${shown(value)} in ${answers(n)}, which is not permitted there any more: to be asked again`;
      }
    },
    help: ({ question, because, value, hasLevels }) => {
      switch (because) {
        case 'changed':
          return `If they do, write \`${question}: keep\` under \`changed\` in the map${hasLevels ? ', or map them under `levels`' : ''}.`;
        case 'unmapped':
        case 'not_valid':
          return value === undefined || !hasLevels
            ? undefined
            : `If it has an equal now, write it under \`levels\` in the map: \`${question}: { ${value}: … }\`.`;
        case 'not_permitted':
          return undefined;
      }
    },
  }),
  'migrate-required-open': rule<{ question: string; responses: number }>({
    severity: 'warning',
    text: ({ question, responses }) =>
      `\`${question}\` is required now and has no answer in ${count(responses, 'response')}: to be asked`,
    help: () => 'They are carried over all the same, with the question under `ask_again`.',
  }),
  'migrate-follow-up-dropped': rule<{ question: string; followUp: string; responses: number }>({
    severity: 'warning',
    text: ({ question, followUp, responses }) =>
      `\`${question}\` does not ask for \`${followUp}\` any more: dropped from ${count(responses, 'response')}`,
    help: () => 'A file named with --ledger keeps them.',
  }),
  'migrate-follow-up-again': rule<{ question: string; followUp: string; responses: number }>({
    severity: 'warning',
    text: ({ question, followUp, responses }) =>
      `the \`${followUp}\` of \`${question}\` has no equal now in ${count(responses, 'response')}: put by under \`ask_again\``,
    help: () => 'What the map says of levels holds for targets and votes too.',
  }),
  'migrate-barrier-dropped': rule<{ barrier: string; responses: number }>({
    severity: 'warning',
    text: ({ barrier, responses }) =>
      `the new version has no barrier \`${barrier}\`: dropped from ${count(responses, 'response')}`,
    help: () => 'A file named with --ledger keeps what was ticked.',
  }),
};
