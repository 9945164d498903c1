import type {
  RollupDerivation,
  ShownUnit,
  UnitChild,
  UnitDerivation,
  UnitIndexDerivation,
} from '../../compare/explain/unit-derivation-tree.js';
import type { Rounding } from '../../rubric/plan.js';
import {
  boundLines,
  coverageWords,
  endLines,
  expressionLine,
  gateLines,
  problemLines,
  resultWords,
} from './finish-lines.js';
import { formula, type Line, line } from './line.js';
import { derivationLines, figureLines } from './node-lines.js';
import { partWords, scoreWords, statusWords } from './words.js';

/** Formulas and lists longer than this are cut where people read them. */
const mostChildren = 100;

/** The lines of a unit's figure, from its roll-up down as far as it was laid open; rounding and band come last. */
export function unitLines(derivation: UnitDerivation, rounding: Rounding): readonly Line[] {
  switch (derivation.kind) {
    case 'rollup':
      return [
        line(derivation.method.describe),
        ...lowerLines(derivation, rounding),
        ...boundLines(derivation),
        ...endLines(derivation),
      ];
    case 'unit_index':
      return [...lowerLines(derivation, rounding), ...endLines(derivation)];
    default:
      return derivationLines(derivation, rounding);
  }
}

/** The lines of a figure within another: without rounding and band, which are not passed on. */
function lowerLines(derivation: UnitDerivation, rounding: Rounding): readonly Line[] {
  switch (derivation.kind) {
    case 'rollup':
      return [...rollupLines(derivation, rounding), ...gateLines(derivation.gates)];
    case 'unit_index':
      return unitIndexLines(derivation, rounding);
    default:
      return figureLines(derivation, rounding);
  }
}

function rollupLines(derivation: RollupDerivation, rounding: Rounding): readonly Line[] {
  const { children, coverage } = derivation;
  const shown = children.slice(0, mostChildren);
  const more = children.length - shown.length;
  return [
    arithmeticLine(derivation, rounding),
    ...peopleLines(derivation),
    ...shown.map((child) => childLine(child, rounding)),
    ...(more === 0 ? [] : [line(`and ${more} more, all of which \`--format json\` lists`)]),
    ...problemLines(derivation),
    ...(coverage === null
      ? []
      : [line(`Coverage ${coverageWords(coverage, rounding.digits)}, the mean of theirs`)]),
  ];
}

function arithmeticLine(derivation: RollupDerivation, rounding: Rounding): Line {
  const { method, arithmetic, exact, ungated, returned } = derivation;
  const of = `${method.name} over ${childWords(method.of, returned)}`;
  const result = resultWords(exact, ungated, rounding);
  if (result === '') return line(`${of}: no score`);
  if (arithmetic === null || returned > mostChildren) return line([`${of} `, formula(result.trim())]);
  return line([`${of}: `, formula(arithmetic + result)]);
}

function childWords(of: string, count: number): string {
  if (of === 'responses') return count === 1 ? '1 response' : `${count} responses`;
  return `${of} (${count})`;
}

function peopleLines({ method, returned, expected, responses }: RollupDerivation): readonly Line[] {
  const { minChildren, weight, prefer, passedOver, of } = method;
  const short = returned < minChildren ? `, too few: at least ${minChildren} must` : '';
  const enough = minChildren > 1 && short === '' ? `; at least ${minChildren} must` : '';
  const below = of === 'responses' ? '' : `; ${childWords('responses', responses)} below`;
  return [
    line(`${returned} of ${expected} have a score${short}${enough}${below}`),
    ...(weight === null ? [] : [line(`Weighted by ${weight}`)]),
    ...(prefer === null || passedOver.length === 0 ? [] : [line(preferWords(prefer, passedOver))]),
  ];
}

function preferWords(prefer: string, passedOver: readonly string[]): string {
  const named = passedOver.slice(0, mostChildren).join(', ');
  const more = passedOver.length > mostChildren ? ', …' : '';
  return `Responses of mode ${prefer} speak for the rest of their unit; passed over: ${named}${more}`;
}

function childLine({ unit, weight, score, status, part, below }: UnitChild, rounding: Rounding): Line {
  const name = nameWords(unit);
  if (score === null) return line(`${name}: ${statusWords[status]}; does not count`, under(below, rounding));
  return line(
    [`${name}: `, scoreWords(score), `; weight ${weight}${partWords(part)}`],
    under(below, rounding),
  );
}

function under(below: UnitDerivation | null, rounding: Rounding): readonly Line[] {
  return below === null ? [] : lowerLines(below, rounding);
}

function nameWords({ path, response }: ShownUnit): string {
  return response ?? path.at(-1) ?? '';
}

function unitIndexLines(index: UnitIndexDerivation, rounding: Rounding): readonly Line[] {
  const { expression, aboveResponses, score, below } = index;
  if (!aboveResponses) {
    return [
      line('Reads what only a single response has, so units have no such figure', [
        expressionLine('', expression),
      ]),
    ];
  }
  return [
    expressionLine('Worked out from the unit’s own scores as ', expression),
    line(['which gives ', scoreWords(score)]),
    ...problemLines(index),
    ...below.map((each) =>
      line([`${each.title} (${each.id}): `, scoreWords(each.score)], lowerLines(each, rounding)),
    ),
  ];
}
