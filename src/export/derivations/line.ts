/** One line of an explanation: what people read, with formulas marked, and the lines that belong under it. */
export interface Line {
  readonly parts: readonly LinePart[];
  readonly under: readonly Line[];
}

export type LinePart = string | Formula;

/** A formula or a figure, to be written exactly. */
export interface Formula {
  readonly formula: string;
}

/** A line of these parts, with others under it. */
export function line(parts: LinePart | readonly LinePart[], under: readonly Line[] = []): Line {
  return { parts: typeof parts === 'string' || 'formula' in parts ? [parts] : parts, under };
}

/** Marks a formula or a figure. */
export function formula(text: string | number): Formula {
  return { formula: String(text) };
}
