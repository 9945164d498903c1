import { describedRule } from '../rule.js';
import { count, shown } from '../words.js';

type None = Record<string, never>;

/** What `milepost check` looks for beyond what makes a definition unusable; each is looked for by the rule of that id. */
export const checkRules = {
  'when-never-true': describedRule<{ id: string; when: string }>({
    severity: 'warning',
    text: ({ id, when }) => `nobody can be asked \`${id}\`: no answers make ${shown(when)} true`,
    help: () => 'Compare it with the values that the answers before it can have.',
  }),
  'when-always-true': describedRule<{ id: string; when: string }>({
    severity: 'warning',
    text: ({ id, when }) => `everybody is asked \`${id}\`: ${shown(when)} is true whatever is answered`,
    help: () => 'Take out `when`, or mend it.',
  }),
  'levels-partly-worded': describedRule<{ id: string; missing: readonly number[] }>({
    severity: 'info',
    text: ({ id, missing }) =>
      `\`${id}\` words some of its levels, but not ${missing.length === 1 ? 'level' : 'levels'} ${missing.join(', ')}`,
    help: () => 'Word every level of the question, or none.',
  }),
  'levels-worded-alike': describedRule<{ id: string; level: number; first: number }>({
    severity: 'warning',
    text: ({ id, level, first }) => `the levels ${first} and ${level} of \`${id}\` have the same wording`,
    help: () => 'Say what sets the higher level apart.',
  }),
  'labels-alike': describedRule<{
    label: string;
    other: string;
    first: string;
    second: string;
    isId?: boolean;
  }>({
    severity: 'warning',
    text: ({ label, other, first, second, isId = false }) => {
      if (isId)
        return `the label ${shown(label)} of \`${second}\` is read as \`${first}\`, which has that for its id`;
      return label === other
        ? `\`${first}\` and \`${second}\` have the same label ${shown(label)}`
        : `the labels ${shown(other)} and ${shown(label)} differ by case or spaces only`;
    },
    help: () => 'Returned answers are matched without regard to either: give the two different words.',
  }),
  'label-changed-by-spreadsheet': describedRule<{ what: string; label: string; becomes: string }>({
    severity: 'warning',
    text: ({ what, label, becomes }) =>
      `a spreadsheet would turn the ${what} ${shown(label)} into ${becomes}`,
    help: () => 'Put it in words: `1 to 2` for `1-2`, `three quarters` for `3/4`.',
  }),
  'label-with-semicolon': describedRule<{ label: string }>({
    severity: 'warning',
    text: ({ label }) =>
      `the label ${shown(label)} contains \`;\`, which joins the answers where several can be chosen`,
    help: () => 'Use a comma, or a dash.',
  }),
  'yaml-boolean-word': describedRule<{ word: string }>({
    severity: 'info',
    text: ({ word }) => `\`${word}\` stands here without quotes; many YAML readers take it for true or false`,
    help: ({ word }) => `Write \`"${word}"\`.`,
  }),
  'yaml-leading-zero': describedRule<{ found: string; read: number }>({
    severity: 'warning',
    text: ({ found, read }) => `\`${found}\` is read as the number ${read}, and by other readers to base 8`,
    help: ({ read }) => `Write \`${read}\`, or put it in quotes if it is a text.`,
  }),
  'yaml-text-cut': describedRule<{ kept: string; lost: string }>({
    severity: 'warning',
    text: ({ kept, lost }) => `YAML ends this text at ${shown(kept)} and takes ${shown(lost)} for a comment`,
    help: () => 'Put the whole text in quotes; or, if it is a comment, move it to a line of its own.',
  }),
  'leading-wording': describedRule<{ words: string }>({
    severity: 'info',
    text: ({ words }) => `${shown(words)} suggests what to answer`,
    help: () => 'Ask without saying what you expect.',
  }),
  'double-barrelled': describedRule<{ words: string }>({
    severity: 'info',
    text: ({ words }) => `${shown(words)} may ask two things at once, which can have two answers`,
    help: () => 'Make two questions of it, or ask only for what matters.',
  }),
  'hard-to-read': describedRule<{ id: string; ease: number; least: number }>({
    severity: 'info',
    text: ({ id, ease, least }) =>
      `\`${id}\` is hard to read: its reading ease is ${ease}, and ${least} is modest`,
    help: () => 'Use shorter sentences and shorter words.',
  }),
  'personal-not-marked': describedRule<{ id: string; word: string }>({
    severity: 'warning',
    text: ({ id, word }) =>
      `the profile field \`${id}\` looks personal (${shown(word)}), and is not marked \`personal\``,
    help: () => 'Add `personal: true`, so that it is dropped at intake; or `personal: false` if it is not.',
  }),
  'no-example': describedRule<None>({
    severity: 'info',
    text: () => 'there is no example, so nothing shows that the scores come out as they should',
    help: () => 'Add `examples:` with some answers and the scores that you expect of them.',
  }),
  'question-counts-little': describedRule<{ id: string; share: number; questions: number }>({
    severity: 'warning',
    text: ({ id, share, questions }) =>
      `\`${id}\`${questions === 1 ? '' : `, with its ${count(questions, 'question')},`} counts only ${share} % of the overall score`,
    help: () => 'Raise its weight, or make it 0 if it should not count.',
  }),
  'bands-start-late': describedRule<{ node: string; from: number; lowest: number; exclusive: boolean }>({
    severity: 'warning',
    text: ({ node, from, lowest, exclusive }) =>
      `\`${node}\` can be as low as ${lowest}, but its lowest band starts ${exclusive ? 'above' : 'at'} ${from}; scores below have no band`,
    help: ({ lowest }) => `Let the lowest band start \`from: ${lowest}\`.`,
  }),
};

/** The rules that the checks of definitions go by. */
export type CheckRuleId = keyof typeof checkRules;
