import { count, shown } from '../../words.js';
import { breaking, type FromTo, notable, safe } from './change-rule.js';

/** A node's id, or nothing for the rubric as a whole. */
type OfNode = {
  readonly node: string;
};

type NodeFromTo = OfNode & {
  readonly from: string;
  readonly to: string;
};

type BandOf = OfNode & {
  readonly band: string;
};

type StageOf = OfNode & {
  readonly stage: string;
};

const where = (node: string) => (node === '' ? '' : ` of \`${node}\``);
const whose = (node: string) => (node === '' ? 'scores' : `\`${node}\``);

/** Changes of how scores are made. */
export const rubricChanges = {
  'method-changed': breaking<NodeFromTo>(
    ({ node, from, to }) =>
      `${whose(node)} ${node === '' ? 'are' : 'is'} made by \`${to}\` now, not by \`${from}\``,
  ),
  'over-changed': breaking<NodeFromTo>(
    ({ node, from, to }) => `what is combined${where(node)} is its ${to} now, not its ${from}`,
  ),
  'range-changed': breaking<NodeFromTo>(
    ({ node, from, to }) => `the range${where(node)} is ${to} now, not ${from}`,
  ),
  'expression-changed': breaking<NodeFromTo>(
    ({ node, from, to }) => `the score${where(node)} is ${shown(to)} now, not ${shown(from)}`,
  ),
  'missing-changed': breaking<NodeFromTo>(
    ({ node, from, to }) => `what non-answers count as${where(node)} is ${to} now, not ${from}`,
  ),
  'coverage-changed': breaking<NodeFromTo>(
    ({ node, from, to }) =>
      `the least coverage${where(node)} is ${to} now, not ${from}: scores ${Number(to) > Number(from) ? 'are withdrawn' : 'appear'}`,
  ),
  'bands-introduced': notable<OfNode & { bands: number }>(
    ({ node, bands }) => `there are ${bands} bands${where(node)} now, and there were none`,
  ),
  'bands-abolished': breaking<OfNode & { bands: number }>(
    ({ node, bands }) => `there are no bands${where(node)} any more, and there were ${bands}`,
  ),
  'band-added': breaking<BandOf & { from: string }>(
    ({ node, band, from }) => `there is a new band \`${band}\`${where(node)}, ${from}`,
  ),
  'band-removed': breaking<BandOf & { from: string }>(
    ({ node, band, from }) => `there is no band \`${band}\`${where(node)}, ${from}, any more`,
  ),
  'band-moved': breaking<BandOf & { from: string; to: string }>(
    ({ node, band, from, to }) => `the band \`${band}\`${where(node)} begins ${to} now, not ${from}`,
  ),
  'band-renamed': breaking<NodeFromTo>(
    ({ node, from, to }) => `the band \`${from}\`${where(node)} has the id \`${to}\` now`,
  ),
  'band-revalued': breaking<BandOf & { from: string; to: string }>(
    ({ node, band, from, to }) => `the value of the band \`${band}\`${where(node)} is ${to} now, not ${from}`,
  ),
  'band-relabelled': notable<BandOf & { from: string; to: string }>(
    ({ node, band, from, to }) =>
      `the band \`${band}\`${where(node)} is called ${shown(to)} now, not ${shown(from)}`,
  ),
  'stage-added': breaking<StageOf>(({ node, stage }) => `there is a new stage \`${stage}\`${where(node)}`),
  'stage-removed': breaking<StageOf>(
    ({ node, stage }) => `there is no stage \`${stage}\`${where(node)} any more`,
  ),
  'stage-changed': breaking<StageOf & { what: readonly string[] }>(
    ({ node, stage, what }) => `the stage \`${stage}\`${where(node)} is passed otherwise: ${what.join('; ')}`,
  ),
  'threshold-changed': breaking<NodeFromTo & { key: string }>(
    ({ node, key, from, to }) => `\`${key}\`${where(node)} is ${to} now, not ${from}`,
  ),
  'gate-added': breaking<OfNode & { when: string; cap: number }>(
    ({ node, when, cap }) => `there is a new gate: \`${node}\` is at most ${cap} where ${shown(when)}`,
  ),
  'gate-removed': breaking<OfNode & { when: string; cap: number }>(
    ({ node, when, cap }) =>
      `there is no gate any more that \`${node}\` is at most ${cap} where ${shown(when)}`,
  ),
  'gate-changed': breaking<NodeFromTo>(
    ({ node, from, to }) => `the gate${where(node)} is ${to} now, not ${from}`,
  ),
  'gate-reworded': safe<NodeFromTo>(
    ({ node, from, to }) => `the reason of the gate${where(node)} is ${shown(to)} now, not ${shown(from)}`,
  ),
  'index-added': notable<OfNode & { title: string }>(
    ({ node, title }) => `there is a new index \`${node}\`, ${shown(title)}`,
  ),
  'index-removed': breaking<OfNode & { title: string }>(
    ({ node, title }) => `there is no index \`${node}\`, ${shown(title)}, any more`,
  ),
  'overall-introduced': notable<OfNode>(() => 'there is an overall score now'),
  'overall-abolished': breaking<OfNode>(() => 'there is no overall score any more'),
  'rollup-changed': breaking<NodeFromTo & { key: string }>(({ node, key, from, to }) =>
    node === ''
      ? `in roll-up, \`${key}\` is ${to} now, not ${from}`
      : `in the roll-up to \`${node}\`, \`${key}\` is ${to} now, not ${from}`,
  ),
  'rounding-changed': breaking<{ key: string; from: string; to: string }>(
    ({ key, from, to }) => `scores are rounded with \`${key}\` ${to} now, not ${from}`,
  ),
  'digits-changed': notable<{ from: string; to: string }>(
    ({ from, to }) => `scores are shown with ${count(Number(to), 'decimal')} now, not with ${from}`,
  ),
  'ranking-changed': notable<{ key: string; from: string; to: string }>(
    ({ key, from, to }) => `units are ranked with \`${key}\` ${to} now, not ${from}`,
  ),
  'question-weight-changed': breaking<FromTo>(
    ({ id, from, to }) => `the weight of \`${id}\` is ${to} now, not ${from}`,
  ),
  'dimension-weight-changed': breaking<FromTo>(
    ({ id, from, to }) => `the weight of the dimension \`${id}\` is ${to} now, not ${from}`,
  ),
  'score-override-changed': breaking<FromTo & { answer: string }>(
    ({ id, answer, from, to }) =>
      `this rubric gives the answer \`${answer}\` to \`${id}\` ${to} now, not ${from}`,
  ),
  'plugins-changed': notable<{ from: string; to: string }>(
    ({ from, to }) => `scores are made with the plugins ${to} now, not with ${from}`,
  ),
  'rubric-retitled': safe<FromTo>(
    ({ id, from, to }) => `the title of \`${id}\` is ${shown(to)} now, not ${shown(from)}`,
  ),
  'rubric-for-changed': notable<{ from: string; to: string }>(
    ({ from, to }) => `the rubric is for ${to} now, not for ${from}`,
  ),
};
