import { rule } from '../rule.js';
import { and, count, shown } from '../words.js';

const version =
  ' Answers of another version are carried too where its questionnaire is named with `--carry-of`.';

/** Problems of answers that are brought over from another instrument, or another wave. */
export const carryRules = {
  'carry-no-responses': rule<{ because: string | undefined }>({
    severity: 'error',
    text: ({ because }) =>
      `holds no responses that answers could be carried from${because === undefined ? '' : `: ${because}`}`,
    help: () =>
      'Name returned files, best as `milepost import` writes them. A table does not say which questionnaire it answers, nor do answers to another version mean what these do: name what they answer with `--carry-of`.',
  }),
  'carry-unknown-questionnaire': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) =>
      `answers the questionnaire \`${found}\`, which is not known: nothing is carried from it`,
    help: () =>
      'Name its definition with `--carry-of FILE`, or put it into the folder of the questionnaire that is asked: only then can their questions be compared.',
  }),
  'carry-other-wording': rule<{ questionnaire: string; version: string; responses: number }>({
    severity: 'warning',
    text: ({ questionnaire, version, responses }) =>
      `${count(responses, 'response')} to another wording of \`${questionnaire}\` ${version}: nothing is carried from ${responses === 1 ? 'it' : 'them'}, since nobody knows what was asked`,
    help: () => 'Name the definition that was answered with `--carry-of`.',
  }),
  'carry-refused': rule<{ responses: number; because: string }>({
    severity: 'warning',
    text: ({ responses, because }) => `${count(responses, 'response')} cannot be carried from: ${because}`,
    help: () => '`milepost validate` says all that is wrong with the file.',
  }),
  'carry-nothing-in-common': rule<{
    questionnaire: string;
    version: string;
    changed: readonly string[];
    responses: number;
  }>({
    severity: 'warning',
    text: ({ questionnaire, version: found, changed, responses }) =>
      `asks no question that \`${questionnaire}\` ${found} asked alike: nothing is carried from ${count(responses, 'response')}${changed.length === 0 ? '' : `; ${and(changed)} ${changed.length === 1 ? 'has the same id, but means something else' : 'have the same ids, but mean something else'}`}`,
    help: () =>
      `A question is the same where its id, text, type, scale, levels with their wording, options, limits and \`when\` are.${version}`,
  }),
  'carry-other-questions': rule<{
    questionnaire: string;
    version: string;
    changed: readonly string[];
    same: number;
  }>({
    severity: 'info',
    text: ({ questionnaire, version: found, changed, same }) =>
      `of the questions that \`${questionnaire}\` ${found} has too, ${same} ${same === 1 ? 'is' : 'are'} the same; ${and(changed)} ${changed.length === 1 ? 'means' : 'mean'} something else, and ${changed.length === 1 ? 'is' : 'are'} not carried`,
    help: () =>
      'A question is the same where its id, text, type, scale, levels with their wording, options, limits and `when` are.',
  }),
  'carry-no-unit': rule<{ units: readonly string[] }>({
    severity: 'info',
    text: ({ units }) =>
      units.every((unit) => unit === '')
        ? 'nothing is carried: it is not known for which unit'
        : `among the answers to carry none ${units.length === 1 ? 'is' : 'are'} of ${and(units)}`,
    help: () =>
      'Units are the same where all unit fields that both questionnaires have say the same: see how they are written, or fill them in with `--set`.',
  }),
  'carry-tie': rule<{ question: string; unit: string; responses: readonly string[] }>({
    severity: 'warning',
    text: ({ question, unit, responses }) =>
      `\`${question}\` is not carried to ${shown(unit)}: ${and(responses)} say different things, and none of them goes before the others`,
    help: () =>
      'Ask again. Or say which one counts: with `completed` in the responses, or `prefer` in the roll-up of their questionnaire.',
  }),
  'carry-not-valid': rule<{ id: string; question: string }>({
    severity: 'warning',
    text: ({ id, question }) =>
      `nothing is carried to ${shown(id)}: with what was answered elsewhere \`${question}\` would be asked, which is required and blank`,
    help: () => 'Ask for it, as `milepost form --only open` does.',
  }),
  'carry-conflict': rule<{
    question: string;
    responses: number;
    id: string;
    said: string;
    carried: string;
    from: string;
  }>({
    severity: 'warning',
    text: ({ question, responses, id, said, carried, from }) =>
      `\`${question}\` is answered otherwise than before in ${count(responses, 'response')}: ${shown(id)} says ${shown(said)}, ${from} said ${shown(carried)}. What was returned stays`,
    help: () => 'Ask which holds. Nothing that was returned is overwritten.',
  }),
};
