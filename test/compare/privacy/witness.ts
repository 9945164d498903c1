/**
 * What linear algebra alone tells of withheld figures: each figure is a sum of what single people said, with fractions that anybody can
 * work out who knows how many there are. Written apart from the program, and exact.
 */

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A figure as a sum: by what somebody said, what it counts for. */
export type Form = ReadonlyMap<string, Fraction>;

export function fraction(over: number, under = 1): Fraction {
  return reduced({ over: BigInt(over), under: BigInt(under) });
}

/** The mean of forms. */
export function meanOf(forms: readonly Form[]): Form {
  return sumOf(forms, fraction(1, Math.max(1, forms.length)));
}

export function sumOf(forms: readonly Form[], by = fraction(1)): Form {
  const sum = new Map<string, Fraction>();
  for (const form of forms) {
    for (const [name, factor] of form) {
      sum.set(name, plus(sum.get(name) ?? fraction(0), times(factor, by)));
    }
  }
  return sum;
}

/** Which of some figures follow from others. */
export function following(known: readonly Form[], asked: ReadonlyMap<string, Form>): readonly string[] {
  const rows: { readonly pivot: string; readonly form: Form }[] = [];
  const reducedBy = (form: Form): Form => {
    let left = form;
    for (const row of rows) {
      const factor = left.get(row.pivot);
      if (factor !== undefined) left = without(left, factor, row.form);
    }
    return left;
  };
  for (const form of known) {
    const left = reducedBy(form);
    const [first] = left;
    if (first === undefined) continue;
    const [pivot, factor] = first;
    rows.push({ pivot, form: sumOf([left], reduced({ over: factor.under, under: factor.over })) });
  }
  return [...asked].flatMap(([name, form]) => (reducedBy(form).size === 0 ? [name] : []));
}

function without(from: Form, by: Fraction, form: Form): Form {
  const minus = { over: -by.over, under: by.under };
  return new Map([...sumOf([from, sumOf([form], minus)])].filter(([, { over }]) => over !== 0n));
}

function plus(one: Fraction, other: Fraction): Fraction {
  return reduced({ over: one.over * other.under + other.over * one.under, under: one.under * other.under });
}

function times(one: Fraction, other: Fraction): Fraction {
  return reduced({ over: one.over * other.over, under: one.under * other.under });
}

function reduced({ over, under }: Fraction): Fraction {
  const sign = under < 0n ? -1n : 1n;
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = a === 0n ? 1n : a;
  return { over: (sign * over) / by, under: (sign * under) / by };
}
