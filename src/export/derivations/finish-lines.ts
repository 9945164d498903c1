import type {
  CoverageDerivation,
  ExpressionDerivation,
  Finish,
  GateDerivation,
  Known,
  RoundingDerivation,
} from '../../rubric/derivation/derivation-tree.js';
import { roundHalfUp } from '../../rubric/numerics.js';
import type { Rounding } from '../../rubric/plan.js';
import { formula, type Line, line } from './line.js';
import { bandWords, problemWords, scoreWords, valueWords } from './words.js';

/** An expression, and under it what each name in it stands for. */
export function expressionLine(before: string, { text, names }: ExpressionDerivation): Line {
  return line(
    [before, formula(text)],
    names.map(({ name, value }) =>
      line([formula(name), value === null ? ' has no value' : ` is ${valueWords(value)}`]),
    ),
  );
}

/** A coverage, and whether it was enough. */
export function coverageLines(
  { share, minimum, reached }: CoverageDerivation,
  digits: number,
): readonly Line[] {
  if (share === null) return [];
  const written = `Coverage ${coverageWords(share, digits)}`;
  if (!reached) return [line(`${written}, below the ${minimum} that is needed: no score`)];
  return [line(minimum > 0 ? `${written}; at least ${minimum} is needed` : written)];
}

/** Coverage has at least four digits. */
export function coverageWords(share: number, digits: number): string {
  return String(roundHalfUp(share, Math.max(4, digits)));
}

/** The gates that fired on a figure. */
export function gateLines(gates: readonly GateDerivation[]): readonly Line[] {
  return gates.map(({ if: condition, cap, because, from, to }) => {
    const moved = from !== null && to !== null && to < from;
    const effect = moved
      ? ['brings ', scoreWords(from), ' down to ', scoreWords(to)]
      : ['changes nothing: ', scoreWords(from), from === null ? ' to cap' : ` is not above ${cap}`];
    return line([`Gate, cap ${cap}: `, ...effect, `. ${because}`], [expressionLine('since ', condition)]);
  });
}

/** What went wrong, and how far the figure could be moved by the answers that are open. */
export function problemLines({ problems }: Finish): readonly Line[] {
  return problems.map((problem) => line(problemWords(problem)));
}

/** Where the figure would lie if every open answer were the worst, and the best. */
export function boundLines({ low, high, score }: Finish): readonly Line[] {
  if (low === null || high === null || (low === score && high === score)) return [];
  return [
    line([
      'Depending on the answers that are missing it could lie between ',
      formula(low),
      ' and ',
      formula(high),
    ]),
  ];
}

/** The end: rounding, then the band, which looks at the figure before rounding. */
export function endLines({ rounding, band }: Finish): readonly Line[] {
  return [
    ...(rounding === null ? [] : [roundingLine(rounding)]),
    ...(band === null ? [] : [line(`Band: ${bandWords(band)}`)]),
  ];
}

function roundingLine({ exact, rounded, digits, mode }: RoundingDerivation): Line {
  const how = `${digits} ${digits === 1 ? 'decimal' : 'decimals'}, ${mode === 'half_up' ? 'half up' : 'half to even'}`;
  return line([`Rounded to ${how}: `, formula(`${exact} → ${rounded}`)]);
}

/** `= 2.6666666666666665`, and what rounding after every node makes of it. */
export function resultWords(exact: Known, ungated: Known, { at }: Rounding): string {
  if (exact === null || ungated === null) return '';
  return at === 'every_node' && exact !== ungated ? ` = ${exact} → ${ungated}` : ` = ${exact}`;
}
