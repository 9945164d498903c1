import { sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';

/** An element with its attributes, and with other elements or a text in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner?: string,
  text?: string,
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${sanitizeAttributeValue(String(value))}"`)
    .join('');
  const within = inner ?? (text === undefined ? '' : sanitizeTextContent(text));
  return within === '' ? `<${name}${written}/>` : `<${name}${written}>${within}</${name}>`;
}
