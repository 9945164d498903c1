import type {
  ChildDerivation,
  Derivation,
  IndexDerivation,
  MemberDerivation,
  MethodDerivation,
  NodeDerivation,
  QuestionDerivation,
  StageDerivation,
} from '../../rubric/derivation/derivation-tree.js';
import type { Rounding } from '../../rubric/plan.js';
import {
  boundLines,
  coverageLines,
  endLines,
  expressionLine,
  gateLines,
  problemLines,
  resultWords,
} from './finish-lines.js';
import { formula, type Line, line } from './line.js';
import { questionLine } from './question-lines.js';
import { partWords, percent, scoreWords, statusWords, thresholdWords } from './words.js';

/** The lines of one response's figure, from its method down to the answers; rounding and band come last. */
export function derivationLines(derivation: Derivation, rounding: Rounding): readonly Line[] {
  switch (derivation.kind) {
    case 'question':
      return [questionLine(derivation, '')];
    case 'node':
      return [
        ...describeLines(derivation.method),
        ...nodeLines(derivation, rounding),
        ...boundLines(derivation),
        ...gateLines(derivation.gates),
        ...endLines(derivation),
      ];
    case 'index':
      return [...indexLines(derivation, rounding), ...endLines(derivation)];
  }
}

/** The lines of a figure within another: without rounding and band, which are not passed on. */
export function figureLines(derivation: Derivation, rounding: Rounding): readonly Line[] {
  switch (derivation.kind) {
    case 'question':
      return [questionLine(derivation, '')];
    case 'node':
      return [...nodeLines(derivation, rounding), ...gateLines(derivation.gates)];
    case 'index':
      return indexLines(derivation, rounding);
  }
}

/** What the method does, said once of the figure that is explained. */
function describeLines(method: MethodDerivation): readonly Line[] {
  return 'describe' in method ? [line(method.describe)] : [];
}

function indexLines(index: IndexDerivation, rounding: Rounding): readonly Line[] {
  const { expression, below, score } = index;
  return [
    expressionLine('Worked out as ', expression),
    line(['which gives ', scoreWords(score)]),
    ...problemLines(index),
    ...below.map((each) => belowLine(each, '', rounding)),
  ];
}

function nodeLines(node: NodeDerivation, rounding: Rounding): readonly Line[] {
  const { method, coverage } = node;
  const own = methodLines(node, method, rounding);
  return [...own, ...problemLines(node), ...coverageLines(coverage, rounding.digits)];
}

function methodLines(node: NodeDerivation, method: MethodDerivation, rounding: Rounding): readonly Line[] {
  const { exact, ungated } = node;
  const result = resultWords(exact, ungated, rounding);
  switch (method.kind) {
    case 'combining':
      return [
        method.arithmetic === null || result === ''
          ? line(`${method.name}: no score`)
          : line([`${method.name}: `, formula(method.arithmetic + result)]),
        ...method.children.map((child) => childLine(child, rounding)),
      ];
    case 'plugin':
      return [
        result === ''
          ? line(`plugin:${method.name}: no score`)
          : line([`plugin:${method.name} `, formula(result.trim())]),
        ...method.children.map((child) => childLine(child, rounding)),
      ];
    case 'staged':
      return [
        line([`staged: ${method.passed} of ${method.stages.length} stages passed`]),
        ...method.stages.map((stage, i) => stageLine(stage, i, method.stages, rounding)),
      ];
    case 'expression':
      return [
        expressionLine('expression: ', method.expression),
        line(['which gives ', scoreWords(exact)]),
        ...method.below.map((each) => belowLine(each, '', rounding)),
      ];
  }
}

function childLine({ weight, part, absent, below }: ChildDerivation, rounding: Rounding): Line {
  const role = absent === null ? `; weight ${weight}${partWords(part)}` : '; does not count';
  return belowLine(below, role, rounding);
}

/** A figure below, with all that it is made of; without rounding and band, which are not passed on. */
function belowLine(below: Derivation, role: string, rounding: Rounding): Line {
  if (below.kind === 'question') return questionLine(below, role);
  const { id, title, score, status } = below;
  if (below.kind === 'index') {
    return line([`${title} (${id}): `, scoreWords(score), role], indexLines(below, rounding));
  }
  const passedOn = below.ungated;
  const named =
    passedOn === null
      ? [`${title} (${id}): ${statusWords[status]}`]
      : [`${title} (${id}): `, formula(passedOn)];
  return line(
    [...named, role],
    [
      ...nodeLines(below, rounding),
      ...gateLines(below.gates),
      ...(passedOn === score ? [] : [line('What stands above it counts it as it was before its gates')]),
    ],
  );
}

function stageLine(
  stage: StageDerivation,
  at: number,
  stages: readonly StageDerivation[],
  rounding: Rounding,
): Line {
  const { title, share, needed, members } = stage;
  const met =
    share === null ? 'none of its members applies' : `${percent(share)} met, ${percent(needed)} needed`;
  return line(
    `${title}: ${stageWords(stage, stages.slice(0, at))} (${met})`,
    members.map((member) => memberLine(member, at === stages.length - 1, rounding)),
  );
}

function stageWords({ passed, holds }: StageDerivation, before: readonly StageDerivation[]): string {
  if (passed) return 'passed';
  if (!holds) return 'not passed';
  const broken = before.find((stage) => !stage.passed);
  if (broken !== undefined) return `reached, but ${broken.title} before it is not passed`;
  const short = before.find((stage) => !stage.holdsBelow);
  return short === undefined
    ? 'not passed'
    : `reached, but ${short.title} falls short of what it must be under it`;
}

function memberLine(member: MemberDerivation, inLast: boolean, rounding: Rounding): Line {
  const { weight, threshold, belowThreshold, applies, met, metBelow, below } = member;
  const needed = thresholdWords(threshold);
  const under = thresholdWords(belowThreshold);
  const higher =
    inLast || under === needed
      ? ''
      : `; under a higher stage ${under} is needed: ${metBelow ? 'met' : 'not met'}`;
  const verdict = applies ? `${needed} is needed: ${met ? 'met' : 'not met'}${higher}` : 'does not apply';
  return belowLine(withoutPolicy(below), `; weight ${weight}; ${verdict}`, rounding);
}

/** A blank under `staged` is not left out but not met, which the verdict says. */
function withoutPolicy(below: NodeDerivation | QuestionDerivation): NodeDerivation | QuestionDerivation {
  return below.kind === 'question' && below.score === null ? { ...below, steps: [] } : below;
}
