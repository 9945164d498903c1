/** Works out a formula as explanations print it: `(2 × 3 + ln 4) / max(1, 2)`. */
export function workOut(formula: string): number {
  const tokens = formula.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|[a-z]+|[-+−×/(),]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };
  const need = (token: string): void => {
    if (!take(token)) throw new Error(`${formula}: expected ${token}, found ${tokens[at] ?? 'the end'}`);
  };
  const sum = (): number => {
    let total = product();
    for (;;) {
      if (take('+')) total += product();
      else if (take('−')) total -= product();
      else return total;
    }
  };
  const product = (): number => {
    let total = factor();
    for (;;) {
      if (take('×')) total *= factor();
      else if (take('/')) total /= factor();
      else return total;
    }
  };
  const factor = (): number => {
    if (take('-')) return -factor();
    if (take('ln')) return Math.log(factor());
    if (take('(')) {
      const inner = sum();
      need(')');
      return inner;
    }
    const token = tokens[at++] ?? '';
    if (!/^[a-z]/.test(token)) return Number(token === '' ? Number.NaN : token);
    need('(');
    const args = [sum()];
    while (take(',')) args.push(sum());
    need(')');
    return called(token, args);
  };
  const result = sum();
  if (at < tokens.length) throw new Error(`${formula}: ${tokens[at]} is left over`);
  return result;
}

function called(name: string, args: readonly number[]): number {
  switch (name) {
    case 'min':
      return Math.min(...args);
    case 'max':
      return Math.max(...args);
    case 'exp':
      return Math.exp(args[0] ?? Number.NaN);
    case 'median': {
      const sorted = args.toSorted((a, b) => a - b);
      const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
      const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
      return (lower + upper) / 2;
    }
    default:
      throw new Error(`no function ${name}`);
  }
}
