import { noUnit } from '../comparison.js';

/** Where a group stands among those of an attribute: in the order that its values have, and those without a value last. */
export function placeAmong(order: readonly string[], value: string): number {
  const at = order.indexOf(value);
  if (value === noUnit) return order.length + 1;
  return at < 0 ? order.length : at;
}
