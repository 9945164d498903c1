import type { RuleId } from '../../../finding/catalogue.js';
import type { RuleDescription } from '../../../questionnaire/checks/rule-description.js';
import { weighty } from '../../methods/arithmetic.js';
import type { CombiningMethod } from '../../methods/method.js';
import { reportedBelow } from '../../plan/node-methods/made-method.js';
import type { NodeOutline } from '../../plan/nodes/outline.js';
import type { RubricContext } from '../../plan/rubric-context.js';
import type { Range } from '../../range.js';

/** Scores on different scales under one method. */
export const mixedRanges: RuleDescription<'mixed-ranges'> = {
  id: 'mixed-ranges',
  reason: `Where a question from 1 to 4 and one from 0 to 1 are averaged, the first outweighs the second by three to one, and the result
is on no scale at all. Their minimum is nearly always that of the smaller scale. \`range\` maps every score to one scale first. A sum and a share are no
averages, and may mix.`,
  bad: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns the data?, scale: four }
      - { id: register, text: Is there a register?, type: yes_no }
rubric: { method: mean }`,
  good: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns the data?, scale: four }
      - { id: register, text: Is there a register?, type: yes_no }
rubric: { method: mean, range: [0, 100] }`,
};

/** Scores on different scales under one method, said once: not again of the nodes above, nor of cells and themes. */
export function reportMixedRanges(
  { name }: CombiningMethod,
  outline: NodeOutline,
  context: RubricContext,
): readonly RuleId[] {
  const { id, kind, children } = outline;
  if (name === 'sum' || name === 'share' || kind === 'cell') return [];
  if (reportedBelow(outline).includes('mixed-ranges')) return [];
  const counted = weighty(children).filter((child) => child.scale !== undefined);
  const texts = counted.map(({ scale }) => (scale === undefined ? '' : rangeText(scale)));
  const other = counted[texts.findIndex((text) => text !== texts[0])];
  if (other === undefined) return [];
  const { origin } = other;
  const args = { node: id, method: name, ranges: [...new Set(texts)] };
  context.reportAt('mixed-ranges', { ...origin, path: [...origin.path, 'id'] }, args);
  return ['mixed-ranges'];
}

function rangeText({ min, max }: Range): string {
  return `${Number(min.toPrecision(4))}–${Number(max.toPrecision(4))}`;
}
