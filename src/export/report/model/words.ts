/** A text in which names stand apart from ours: they may be in another language, or written from right to left. */
export type Words = readonly (string | Name)[];

export interface Name {
  readonly name: string;
  /** Whose word it is: the questionnaire's is in its language, what others wrote in any. */
  readonly from: 'questionnaire' | 'others';
}

/** A text of the questionnaire's. */
export function title(name: string): Name {
  return { name: name.trim(), from: 'questionnaire' };
}

/** A name that came with answers, such as a unit's or a file's, or what a theme or an option says. */
export function given(name: string): Name {
  return { name: name.trim(), from: 'others' };
}

/** A text with names in it: words`${title('Data')} is lowest`. */
export function words(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | Name | Words)[]
): Words {
  return texts.flatMap((text, at): Words => {
    const value = values[at];
    const own = text === '' ? [] : [text];
    if (value === undefined) return own;
    if (typeof value === 'number' || typeof value === 'string') return [...own, String(value)];
    return [...own, ...('name' in value ? [value] : value)];
  });
}

/** `a`, `a and b`, `a, b and c`. */
function joined(parts: readonly Words[]): Words {
  return parts.flatMap((part, at): Words => {
    if (at === 0) return part;
    return [at === parts.length - 1 ? ' and ' : ', ', ...part];
  });
}

/** The same of names. */
export function listed(names: readonly Name[]): Words {
  return joined(names.map((name) => [name]));
}

/** A text without what tells names apart. */
export function plainText(text: Words): string {
  return text.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}
