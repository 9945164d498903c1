import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { PlaceOf } from '../../questionnaire/map/read-map.js';
import { givenNonAnswers, type Question } from '../../questionnaire/questionnaire.js';
import type { Decided } from './decisions.js';
import { type LevelTarget, levelKey } from './move.js';
import type { Subject } from './subjects.js';

/** The word by which a map says that what was answered is to be asked again. */
const askAgain = 'ask_again';

/** What can be named of a subject by a map of levels; nothing where its answers are no levels, options, yes or no. */
export function levelsOf(subject: Subject): ReadonlyMap<string, number | string | boolean> | undefined {
  if (subject.kind === 'field') {
    const { field } = subject;
    return field.type === 'choice' ? named(field.options.map(({ id }) => id)) : undefined;
  }
  const { question } = subject;
  switch (question.type) {
    case 'level':
      return named(question.scale.levels.map(({ value }) => value));
    case 'choice':
    case 'choices':
      return named(question.options.map(({ id }) => id));
    case 'yes_no':
      return named([true, false]);
    case 'number':
    case 'text':
    case 'date':
      return undefined;
  }
}

function named(
  values: readonly (number | string | boolean)[],
): ReadonlyMap<string, number | string | boolean> {
  return new Map(values.map((value) => [levelKey(value), value]));
}

/** Whether answers to the one question could be answers to the other. */
export function areAlike(from: Question, to: Question): boolean {
  if (from.type === to.type) return true;
  const [old, next] = [from, to].map((question) => levelsOf({ kind: 'question', question }));
  return old !== undefined && next !== undefined && from.type !== 'choices';
}

/** What each old level is now, by its word; levels that one of the versions has not are reported. */
export function levelTargets(
  { value: written, path }: Decided<Readonly<Record<string, number | string | null>>>,
  id: string,
  from: ReadonlyMap<string, unknown>,
  to: Subject,
  place: PlaceOf,
  findings: Finding[],
): ReadonlyMap<string, LevelTarget> {
  const targets = new Map<string, LevelTarget>();
  const known = levelsOf(to) ?? new Map();
  const permitted = to.kind === 'question' ? to.question.nonAnswers : [];
  const unknown = (version: 'old' | 'new', level: string, allowed: readonly string[], at: string) => {
    const suggestion = suggest(level, allowed);
    const args = { id, level, version, allowed, suggestion };
    findings.push(
      finding('map-unknown-level', place([...path, at], version === 'old' ? 'key' : 'value'), args),
    );
  };
  for (const [word, target] of Object.entries(written)) {
    const old = canonical(word);
    if (!from.has(old)) unknown('old', word, [...from.keys()], word);
    if (target === null) continue;
    const value = known.get(canonical(String(target)));
    const nonAnswer = givenNonAnswers.find((each) => each === target && permitted.includes(each));
    if (target === askAgain) targets.set(old, { kind: 'again', because: 'decided' });
    else if (value !== undefined) targets.set(old, { kind: 'value', value });
    else if (nonAnswer !== undefined) targets.set(old, { kind: 'non_answer', nonAnswer });
    else unknown('new', String(target), [...known.keys(), ...permitted, askAgain], word);
  }
  return targets;
}

/** `3.0` names the level 3. */
function canonical(word: string): string {
  return /^-?\d+([.]\d+)?$/.test(word) ? levelKey(Number(word)) : word;
}
