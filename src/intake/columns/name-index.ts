import { followUps } from '../../questionnaire/questionnaire.js';
import { wordsOf } from '../../response/labels/labels.js';
import type { Target } from './targets.js';

/** What a heading can be called: ids first, then texts as they are written, then texts that differ only in how. */
export interface NameIndex {
  /** The column of this very id. */
  readonly byId: (name: string) => Target | undefined;
  /** What the name stands for, by id, exact text or normalised text; nothing where two things are called so. */
  readonly find: (name: string) => Target | undefined;
  /** All that are called so, in the questionnaire's order, by text or normalised text. */
  readonly all: (name: string) => readonly Target[];
  /** Whether a person has said that what bears this heading is not to be read. */
  readonly ignores: (heading: string) => boolean;
  /** All texts and ids, for suggestions. */
  readonly texts: readonly string[];
  /** How many questions there are. */
  readonly questions: number;
}

export function nameIndex(targets: ReadonlyMap<string, Target>): NameIndex {
  const exact = new Map<string, Target | undefined>();
  const loose = new Map<string, Target | undefined>();
  const items = new Map<string, Target | undefined>();
  const called = new Map<string, Target[]>();
  const joined = new Map<string, Target | undefined>();
  const put = (names: Map<string, Target | undefined>, name: string, target: Target) => {
    if (name !== '') names.set(name, names.has(name) && names.get(name) !== target ? undefined : target);
  };
  const call = (name: string, target: Target) => {
    const others = called.get(name);
    if (others === undefined) called.set(name, [target]);
    else if (!others.includes(target)) others.push(target);
  };
  for (const [id, target] of targets) {
    put(loose, normalised(id), target);
    put(joined, withoutUnderscores(id), target);
    for (const text of textsOf(target)) {
      put(exact, collapsed(text), target);
      put(loose, normalised(text), target);
      call(normalised(text), target);
    }
    if (target.kind === 'question' && target.question.grid !== undefined) {
      put(items, normalised(target.question.text), target);
      call(normalised(target.question.text), target);
    }
  }
  return {
    byId: (name) => targets.get(name),
    find: (name) =>
      targets.get(name) ??
      exact.get(collapsed(name)) ??
      loose.get(normalised(name)) ??
      items.get(normalised(name)) ??
      joined.get(withoutUnderscores(name)),
    all: (name) => called.get(normalised(name)) ?? [],
    ignores: () => false,
    texts: [...targets].flatMap(([id, target]) => [id, ...textsOf(target)]),
    questions: [...targets.values()].filter(({ kind }) => kind === 'question').length,
  };
}

/** What people call a column, besides its id. */
export function textsOf(target: Target): readonly string[] {
  switch (target.kind) {
    case 'profile':
      return [target.field.title];
    case 'question': {
      const { grid, text } = target.question;
      return grid === undefined ? [text] : [`${grid.text} [${text}]`, `${grid.text} ${text}`];
    }
    case 'meta':
    case 'remark':
      return [];
  }
}

/** Whether a name is that of a follow-up. */
export function isFollowUp(name: string): boolean {
  return [...followUps, 'note', 'share', 'contact'].includes(name);
}

/** A heading's words, without the numbering before them ("3.2 ", "Q4. ", "b)") and the asterisk behind. */
export function normalised(text: string): string {
  const bare = text.trim().replace(/^(?:q(?:uestion)?\s*)?(?:\d+(?:\.\d+)*[.):]?|[a-z][.)])\s+/iu, '');
  return wordsOf(bare) || wordsOf(text);
}

/** Some form tools have no underscores in their codes. */
function withoutUnderscores(id: string): string {
  return id.replaceAll('_', '').toLowerCase();
}

function collapsed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
