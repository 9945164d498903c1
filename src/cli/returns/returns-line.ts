/** `593 of 598 responses scored, 5 refused.` */
export function returnsLine(accepted: number, rejected: number, done: string): string {
  const number = (n: number) => n.toLocaleString('en-GB');
  const all = accepted + rejected;
  const noun = all === 1 ? 'response' : 'responses';
  return rejected === 0
    ? `${number(accepted)} ${noun} ${done}.`
    : `${number(accepted)} of ${number(all)} ${noun} ${done}, ${number(rejected)} refused.`;
}
