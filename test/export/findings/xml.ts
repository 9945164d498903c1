/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its text, without that of elements in it. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const tag = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>/y;
const attribute = /([A-Za-z][\w.-]*)="([^"]*)"/g;
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads a document of elements, attributes and texts; throws at the first thing that is not well-formed XML 1.0. */
export function parseXml(xml: string): Element {
  if (!allowed.test(xml)) throw new Error('a character that XML does not have');
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml)?.[0];
  if (declaration === undefined) throw new Error('no declaration');
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  for (let at = declaration.length; at < xml.length; ) {
    const top = open.at(-1);
    if (top === undefined) throw new Error('more ends than starts');
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const behind = end === -1 ? xml.length : end;
      top.text += decoded(xml.slice(at, behind));
      at = behind;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(xml);
    if (match === null) throw new Error(`no tag at ${xml.slice(at, at + 40)}`);
    at = tag.lastIndex;
    const [, closing, name = '', attributes = '', alone] = match;
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
      continue;
    }
    const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
    top.children.push(element);
    if (alone !== '/') open.push(element);
  }
  const [document, ...more] = root.children;
  if (document === undefined || more.length > 0 || open.length !== 1 || root.text.trim() !== '') {
    throw new Error('not one element');
  }
  return document;
}

interface Open extends Element {
  readonly children: Open[];
  text: string;
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    if (name in found) throw new Error(`two attributes ${name}`);
    found[name] = decoded(value);
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (written, name: string) => {
    const sign = entities[name];
    if (sign === undefined || !written.endsWith(';')) throw new Error(`no entity: ${written}`);
    return sign;
  });
}
