import type { Place } from '../../finding/finding.js';
import { askedIn, within } from './asked.js';
import { type CheckContext, defineRule } from './check-rule.js';
import { labelSets, sourceAt } from './labelled.js';

const words = /^(?:yes|no|on|off)$/i;

/** A text that other readers of YAML take for true or false. */
export const yamlBooleanWord = defineRule({
  id: 'yaml-boolean-word',
  reason: `YAML 1.2, which definitions are written in, reads \`yes\`, \`no\`, \`on\` and \`off\` as texts. YAML 1.1, which
many editors, languages and build tools still speak, reads them as true and false. In quotes they are texts everywhere.`,
  bad: `- id: hosting
  text: Is it hosted?
  type: choice
  options:
    - { id: hosted, label: Yes }
    - { id: other, label: Not yet }`,
  good: `- id: hosting
  text: Is it hosted?
  type: choice
  options:
    - { id: hosted, label: "Yes" }
    - { id: other, label: Not yet }`,
  *check(context) {
    for (const [text, place] of texts(context)) {
      if (!words.test(text)) continue;
      const at = place();
      if (sourceAt(at, context.textOf) === text) yield { place: at, args: { word: text } };
    }
  },
});

/** The short texts of a questionnaire, with where they stand. */
function* texts(context: CheckContext): Generator<readonly [string, () => Place]> {
  for (const { labels, kind } of labelSets(context)) {
    for (const { id, label, place } of labels) {
      if (kind !== 'level') yield [id, () => place('id')];
      yield [label, () => place('label')];
    }
  }
  const { questionnaire, locator } = context;
  for (const { question, origin } of askedIn(questionnaire)) {
    if (question.type !== 'level') continue;
    for (const [level, text] of question.wording) {
      yield [text, () => locator.place(within(origin, 'levels', level))];
    }
  }
}
