import type { Place } from '../../finding/finding.js';
import type { Option, Origin } from '../questionnaire.js';
import { askedIn, within } from './asked.js';
import type { CheckContext } from './check-rule.js';

/** Something that a respondent picks by a word. */
export interface Label {
  readonly id: string;
  readonly label: string;
  readonly place: (key: 'id' | 'label') => Place;
}

/** Labels among which one is picked, or several. */
export interface LabelSet {
  readonly labels: readonly Label[];
  readonly kind: 'level' | 'option' | 'barrier';
  /** Whether several can be picked, which `;` joins. */
  readonly several: boolean;
}

/** Every scale, list of options and the barriers, each once. */
export function labelSets(context: CheckContext): readonly LabelSet[] {
  const { questionnaire, locator } = context;
  const sets: LabelSet[] = questionnaire.scales.map(({ levels, origin }) => ({
    kind: 'level',
    several: false,
    labels: levels.map(({ value, label }, i) => ({
      id: String(value),
      label,
      place: (key) => locator.place(within(origin, 'levels', i, key === 'id' ? 'value' : key)),
    })),
  }));
  const seen = new Map<readonly Option[], { set: LabelSet; at: number }>();
  const add = (options: readonly Option[], origin: Origin, several: boolean): void => {
    const before = seen.get(options);
    if (before !== undefined && (before.set.several || !several)) return;
    const set: LabelSet = { kind: 'option', several, labels: optionLabels(options, origin, context) };
    const at = before?.at ?? sets.length;
    sets[at] = set;
    seen.set(options, { set, at });
  };
  // Options of a list stand in the list, whoever names it.
  const lists = new Map(questionnaire.optionLists.map(({ options, origin }) => [options, origin]));
  for (const { options, origin } of questionnaire.optionLists) add(options, origin, false);
  for (const field of questionnaire.profile) {
    if (field.type === 'choice') {
      add(field.options, lists.get(field.options) ?? within(field.origin, 'options'), false);
    }
  }
  for (const { question, origin } of askedIn(questionnaire)) {
    if (question.type !== 'choice' && question.type !== 'choices') continue;
    const { options, type } = question;
    add(options, lists.get(options) ?? within(origin, 'options'), type === 'choices');
  }
  sets.push({
    kind: 'barrier',
    several: true,
    labels: questionnaire.barriers.map(({ id, label, origin }) => ({
      id,
      label,
      place: (key) => locator.place({ ...origin, path: [...origin.path.slice(0, -1), key] }),
    })),
  });
  return sets;
}

function optionLabels(
  options: readonly Option[],
  origin: Origin,
  { locator }: CheckContext,
): readonly Label[] {
  return options.map(({ id, label }, i) => ({
    id,
    label,
    place: (key) => locator.place(within(origin, i, key)),
  }));
}

/** The characters at a place, as they are written. */
export function sourceAt({ file, range }: Place, textOf: CheckContext['textOf']): string | undefined {
  return range === undefined ? undefined : textOf(file)?.slice(range.start.offset, range.end.offset);
}
