import { type Suggestion, suggest, suggestion } from '../finding/suggest.js';
import type { Checking } from './checked.js';
import { problem, type Span } from './problem.js';
import { type Name, rootOf } from './scope.js';
import type { NameTree } from './tree.js';

/** What `root.name` stands for; where it stands for nothing, that is reported. */
export function resolveName<F>(checking: Checking<F>, tree: NameTree): Name<F> | undefined {
  const { scope, problems, references } = checking;
  const name = `${tree.root}.${tree.name}`;
  const root = rootOf(scope, tree.root);
  if (root === undefined) {
    const meant = suggestion(tree.root, Object.keys(scope.roots));
    const span = { start: tree.start, end: tree.rootEnd };
    reportUnknown(
      checking,
      span,
      name,
      withName(meant, (root) => `${root}.${tree.name}`),
    );
    return undefined;
  }
  const span = { start: tree.nameStart, end: tree.end };
  const found = root.resolve(tree.name);
  if (found === undefined) {
    const known = [...root.names()];
    reportUnknown(
      checking,
      span,
      name,
      withName(suggestion(tree.name, known), (meant) => `${tree.root}.${meant}`),
      known.map((each) => `${tree.root}.${each}`),
    );
    return undefined;
  }
  if ('refused' in found) {
    problems.push(problem('expression-unavailable-name', span, { name, reason: found.refused }));
    return undefined;
  }
  references.push({ root: tree.root, name: tree.name, start: tree.start, end: tree.end, read: found.read });
  return found;
}

/**
 * Reports a word without a dot, which never stands for anything: a root by itself, a name whose root was left out, or,
 * beside something that is one of `options`, a text whose quotes were.
 */
export function reportWord<F>(
  checking: Checking<F>,
  span: Span,
  word: string,
  options: readonly string[] = [],
): void {
  if (rootOf(checking.scope, word) !== undefined) {
    checking.problems.push(problem('expression-incomplete-name', span, { root: word }));
    return;
  }
  const option = suggest(word, options);
  const meant = option === undefined ? inSomeRoot(checking, word) : `"${option}"`;
  reportUnknown(checking, span, word, meant === undefined ? {} : { suggestion: meant });
}

/** What is offered for a part of a name, as the whole name. */
function withName({ suggestion, ...sure }: Suggestion, name: (part: string) => string): Suggestion {
  return suggestion === undefined ? {} : { suggestion: name(suggestion), ...sure };
}

function inSomeRoot<F>({ scope }: Checking<F>, word: string): string | undefined {
  const near = Object.entries(scope.roots).flatMap(([root, { names }]) => {
    const meant = suggest(word, names());
    return meant === undefined ? [] : [{ root, meant }];
  });
  const best = near.find(({ meant }) => meant === word) ?? near[0];
  return best && `${best.root}.${best.meant}`;
}

function reportUnknown<F>(
  { scope, problems }: Checking<F>,
  span: Span,
  name: string,
  offered: Suggestion,
  known?: readonly string[],
): void {
  const names = { known: known ?? Object.keys(scope.roots), rooted: known !== undefined };
  const args = { name, ...names, ...offered };
  problems.push(problem('expression-unknown-name', span, args));
}
