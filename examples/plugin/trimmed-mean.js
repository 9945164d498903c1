import { defineMethod } from 'milepost';

/**
 * @import { PluginChild } from 'milepost'
 */

/**
 * The mean without the lowest and the highest score, so that one odd answer does not decide. With fewer than three
 * scores there is nothing to leave out, and it is the plain mean. Weights do not matter.
 */
export default defineMethod({
  name: 'trimmed-mean',
  describe: 'The mean without the lowest and the highest score; of fewer than three, the plain mean.',

  /** @param {readonly PluginChild[]} children */
  score: (children) => {
    const scores = children.flatMap(({ score }) => (score === undefined ? [] : [score]));
    if (scores.length === 0) return undefined;
    const kept = scores.length < 3 ? scores : scores.toSorted((a, b) => a - b).slice(1, -1);
    return kept.reduce((sum, score) => sum + score, 0) / kept.length;
  },

  range: (children) => ({
    min: Math.min(...children.map(({ range }) => range.min)),
    max: Math.max(...children.map(({ range }) => range.max)),
  }),
});
