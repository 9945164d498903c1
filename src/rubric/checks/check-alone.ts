import { compile, type Root } from '../../expression/expression.js';
import type { Finding, Path } from '../../finding/finding.js';
import { namespace } from '../../questionnaire/build/namespace.js';
import type { Locator } from '../../questionnaire/load.js';
import type { RubricSource } from '../../questionnaire/questionnaire.js';
import { unknownName } from '../../questionnaire/scope.js';
import { makeBands } from '../plan/make-bands.js';
import { claimIndices } from '../plan/make-indices.js';
import { thresholdReader, writtenStages } from '../plan/node-methods/written-stages.js';
import type { NodeEntry } from '../plan/nodes/outline.js';
import { type Reporting, reporting } from '../plan/rubric-context.js';
import { writtenRange } from '../plan/written-range.js';

/**
 * What is wrong with a rubric in a file of its own whatever it is used for: its bands, stages, ranges, ids, and
 * expressions as far as they name nothing of a questionnaire.
 */
export function checkAlone(rubric: RubricSource, locator: Locator): readonly Finding[] {
  const findings: Finding[] = [];
  const context = reporting(rubric, locator, findings);
  const { bands, range, dimensions = {}, overall, themes, gates = [], indices = [] } = rubric.body;
  makeBands(bands, ['bands'], context);
  writtenRange(range, [], context);
  for (const [id, entry] of Object.entries(dimensions)) checkEntry(entry, ['dimensions', id], context);
  if (typeof overall === 'object') checkEntry(overall, ['overall'], context);
  if (themes !== undefined) checkEntry(themes, ['themes'], context);
  for (const [i, gate] of gates.entries()) checkExpression(gate.if, 'bool', ['gates', i, 'if'], context);
  claimIndices(namespace(), context);
  for (const [i, { score, range, bands }] of indices.entries()) {
    const path = ['indices', i];
    writtenRange(range, path, context);
    const later = new Set(indices.slice(i).map(({ id }) => id));
    checkExpression(score, 'number', [...path, 'score'], context, later);
    makeBands(bands, [...path, 'bands'], context);
  }
  return findings;
}

function checkEntry(entry: NodeEntry, path: Path, context: Reporting): void {
  makeBands(entry.bands, [...path, 'bands'], context);
  writtenRange(entry.range, path, context);
  if (entry.score !== undefined) checkExpression(entry.score, 'number', [...path, 'score'], context);
  const threshold = thresholdReader({ entry, path }, context);
  for (const key of ['at_least', 'below_at_least'] as const) {
    const written = entry[key];
    if (written !== undefined) threshold(written, [...path, key]);
  }
  for (const { members } of writtenStages({ entry, path }, context)) {
    for (const { own, at } of members) if (own !== undefined) threshold(own, at);
  }
}

/** Every name is taken to be there, but figures that are worked out only later. */
function checkExpression(
  text: string,
  expected: 'number' | 'bool',
  path: Path,
  { reportWithin }: Reporting,
  later: ReadonlySet<string> = new Set(),
): void {
  const any: Root<unknown> = { names: () => [], resolve: () => unknownName };
  const figures: Root<unknown> = {
    names: () => [],
    resolve: (id) =>
      later.has(id)
        ? { refused: `\`${id}\` is worked out only after this one, or is this one` }
        : unknownName,
  };
  const roots = { scores: figures, bands: figures, ratings: figures, answers: any, profile: any };
  for (const problem of compile(text, { roots }, expected).problems) reportWithin(problem, path, text);
}
