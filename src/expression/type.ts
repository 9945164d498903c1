/** The type of a value, as far as it is known before any answer. */
export type ValueType =
  | { readonly kind: 'number' }
  | { readonly kind: 'bool' }
  /** `oneOf`: the only texts there can be, such as a question's option ids; comparing with any other is a mistake. */
  | { readonly kind: 'text'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** A name whose definition is itself broken: anything goes, so that no problem is reported twice. */
  | { readonly kind: 'unknown' };

/** A value as expressions see it. "Undetermined" is `undefined`, which is never inside a list. */
export type Value = number | boolean | string | readonly Value[];

export const NUMBER: ValueType = { kind: 'number' };
export const BOOL: ValueType = { kind: 'bool' };
export const TEXT: ValueType = { kind: 'text' };
export const NUMBERS: ValueType = { kind: 'list', of: NUMBER };
export const UNKNOWN: ValueType = { kind: 'unknown' };

/** A type in words. */
export function describe(type: ValueType): string {
  switch (type.kind) {
    case 'number':
      return 'a number';
    case 'bool':
      return 'true or false';
    case 'text':
      return 'text';
    case 'list':
      return type.of.kind === 'unknown' ? 'a list' : `a list of ${MEMBERS[type.of.kind]}`;
    case 'unknown':
      return 'unknown';
  }
}

const MEMBERS = { number: 'numbers', bool: 'true and false', text: 'text', list: 'lists' };

/** The type of a value that may be of either, or none where they do not go together. */
export function join(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === 'unknown') return b;
  if (b.kind === 'unknown') return a;
  if (a.kind === 'list' && b.kind === 'list') {
    const of = join(a.of, b.of);
    return of && { kind: 'list', of };
  }
  if (a.kind === 'text' && b.kind === 'text') {
    return a.oneOf && b.oneOf ? { kind: 'text', oneOf: [...new Set([...a.oneOf, ...b.oneOf])] } : TEXT;
  }
  return a.kind === b.kind ? a : undefined;
}

/** Whether a value of type `found` can stand where `needed` is. */
export function fits(found: ValueType, needed: ValueType): boolean {
  return join(found, needed) !== undefined;
}
