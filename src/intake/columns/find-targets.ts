import { fold } from '../../questionnaire/non-answer-words.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { ambiguous, lookUp } from '../../response/labels/labels.js';
import type { Session } from '../session.js';
import type { Heading, HeadingUse } from './layout.js';
import { rejectColumns } from './reject-columns.js';
import { inOrder } from './repeated-titles.js';
import { headingKey, type ReturnsMap } from './returns-map.js';
import { nameOf, type Target } from './targets.js';

/** What a column turned out to hold. */
export type Found =
  | { readonly kind: 'column'; readonly heading: Heading; readonly target: Target }
  | { readonly kind: 'option'; readonly heading: Heading; readonly question: Question; readonly word: string }
  | {
      readonly kind: 'other';
      readonly heading: Heading;
      readonly question: Question;
      readonly beside: readonly string[];
    }
  /** Known, and not read: the form tool's own, or who answered. */
  | { readonly kind: 'unread'; readonly heading: Heading }
  /** Not known, to be told of. */
  | { readonly kind: 'stranger'; readonly heading: Heading };

/** Finds what each heading stands for. A near miss is none: it is for a person to say, in a map. */
export function findTargets(
  session: Session,
  map: ReturnsMap,
  headings: readonly Heading[],
): readonly Found[] {
  const hasId = headings.some(
    ({ text, use }) =>
      !map.ignored.has(headingKey(text)) &&
      (use.kind === 'meta' ? use.meta === 'response_id' : text === 'response_id'),
  );
  const all = headings.map(
    (heading) => reject(session, heading, hasId) ?? said(map, heading) ?? found(session, heading),
  );
  const named = new Set(
    all.flatMap((one) => (one.kind === 'column' && isOwn(one) ? [nameOf(one.target)] : [])),
  );
  return all.map((one) =>
    one.kind === 'column' && !isOwn(one) && named.has(nameOf(one.target))
      ? { kind: 'unread', heading: one.heading }
      : one,
  );
}

/** Whether the column is one of the questionnaire's, to which what the form tool records of the same gives way. */
function isOwn({ heading: { use } }: Found): boolean {
  return use.kind !== 'meta' && use.kind !== 'personal';
}

/** What a file of rejects says of its rows: their ids, where they had none of their own; the rest is for people. */
function reject({ targets }: Session, heading: Heading, hasId: boolean): Found | undefined {
  const name = rejectColumns.find((column) => column === heading.text);
  const target = name === 'rejected_id' && !hasId ? targets.get('response_id') : undefined;
  if (target !== undefined) return { kind: 'column', heading, target };
  return name === undefined ? undefined : { kind: 'unread', heading };
}

/** What a person has said of the column. */
function said({ columns, ignored }: ReturnsMap, heading: Heading): Found | undefined {
  const key = headingKey(heading.text);
  if (ignored.has(key)) return { kind: 'unread', heading };
  const target = columns.get(key);
  return target === undefined ? undefined : { kind: 'column', heading, target };
}

function found(session: Session, heading: Heading): Found {
  return foundAs(session, heading, heading.use) ?? { kind: 'stranger', heading };
}

function foundAs(session: Session, heading: Heading, use: HeadingUse): Found | undefined {
  const { names, targets } = session;
  const first = (of: readonly string[]): Target | undefined => {
    for (const name of of) {
      const target = names.find(name);
      if (target !== undefined) return target;
    }
    return undefined;
  };
  const column = (target: Target | undefined): Found | undefined =>
    target === undefined ? undefined : { kind: 'column', heading, target };
  switch (use.kind) {
    case 'named':
      return column(first(use.names) ?? inOrder(names, use.repeat));
    case 'item':
      return column(first(itemNames(use)));
    case 'option': {
      const target = first(use.names);
      if (target?.kind !== 'question') return undefined;
      const { question } = target;
      const word = optionWord(session, question, use.option);
      return word === undefined ? undefined : { kind: 'option', heading, question, word };
    }
    case 'other': {
      const target = first(use.names);
      return target?.kind === 'question'
        ? { kind: 'other', heading, question: target.question, beside: use.beside ?? ['Other'] }
        : undefined;
    }
    case 'any': {
      for (const one of use.of) {
        const what = foundAs(session, heading, one);
        if (what !== undefined) return what;
      }
      return undefined;
    }
    case 'meta':
      return column(targets.get(use.meta));
    case 'personal': {
      const target = first(use.names);
      return target?.kind === 'profile' ? column(target) : { kind: 'unread', heading };
    }
    case 'tool':
      return { kind: 'unread', heading };
  }
}

/** A row's own text stands for it only where nothing says what it is a row of: another grid may have a row called so. */
function itemNames({ names, item }: Extract<HeadingUse, { kind: 'item' }>): readonly string[] {
  if (names.length === 0) return item;
  return names.flatMap((name) => item.flatMap((row) => [`${name} [${row}]`, `${name}_${row}`]));
}

/** What a cell would say that names this option, or this word for a non-answer. */
function optionWord({ reader }: Session, question: Question, texts: readonly string[]): string | undefined {
  const answers = reader.byId.get(question.id);
  for (const text of texts) {
    const named = answers?.labels === undefined ? undefined : lookUp(answers.labels, text);
    if (named !== undefined && named !== ambiguous) return String(named);
    if (answers?.words.has(fold(text)) === true) return text;
  }
  return undefined;
}
