import { fold } from '../../questionnaire/non-answer-words.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { ambiguous, lookUp } from '../../response/labels.js';
import type { Session } from '../session.js';
import type { Heading } from './layout.js';
import { rejectColumns } from './reject-columns.js';
import { inOrder } from './repeated-titles.js';
import { headingKey, type ReturnsMap } from './returns-map.js';
import type { Target } from './targets.js';

/** What a column turned out to hold. */
export type Found =
  | { readonly kind: 'column'; readonly heading: Heading; readonly target: Target }
  | { readonly kind: 'option'; readonly heading: Heading; readonly question: Question; readonly word: string }
  | { readonly kind: 'other'; readonly heading: Heading; readonly question: Question }
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
  const asked = new Set(all.flatMap((one) => (isPersonal(one) || one.kind !== 'column' ? [] : [one.target])));
  return all.map((one) =>
    one.kind === 'column' && isPersonal(one) && asked.has(one.target)
      ? { kind: 'unread', heading: one.heading }
      : one,
  );
}

/** What the tool itself knows of who answers gives way to what the form asked them. */
function isPersonal({ heading: { use } }: Found): boolean {
  return use.kind === 'personal';
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
  const { names, targets, reader } = session;
  const first = (of: readonly string[]): Target | undefined => {
    for (const name of of) {
      const target = names.find(name);
      if (target !== undefined) return target;
    }
    return undefined;
  };
  const column = (target: Target | undefined): Found =>
    target === undefined ? { kind: 'stranger', heading } : { kind: 'column', heading, target };
  const { use } = heading;
  switch (use.kind) {
    case 'named':
      return column(first(use.names) ?? inOrder(names, use.repeat));
    case 'item':
      return column(
        first([...use.names.flatMap((name) => use.item.map((item) => `${name} [${item}]`)), ...use.item]),
      );
    case 'option': {
      const target = first(use.names);
      if (target?.kind !== 'question') return { kind: 'stranger', heading };
      const { question } = target;
      const answers = reader.byId.get(question.id);
      for (const option of use.option) {
        const named = answers?.labels === undefined ? undefined : lookUp(answers.labels, option);
        if (named !== undefined && named !== ambiguous) {
          return { kind: 'option', heading, question, word: String(named) };
        }
        if (answers?.words.has(fold(option)) === true) {
          return { kind: 'option', heading, question, word: option };
        }
      }
      return { kind: 'stranger', heading };
    }
    case 'other': {
      const target = first(use.names);
      return target?.kind === 'question'
        ? { kind: 'other', heading, question: target.question }
        : { kind: 'stranger', heading };
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
