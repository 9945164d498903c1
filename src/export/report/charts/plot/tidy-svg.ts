import { grouped } from './grouped.js';

/** An element of an SVG that holds no others. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands within it, escaped. */
  readonly text: string;
}

/**
 * The inside of an SVG as ECharts writes it, made fit for a page: no styles, classes, ids or scripts, colours by name, few digits,
 * and what neighbours have in common said once.
 */
export function tidySvg(svg: string): string {
  const elements = [...svg.matchAll(/<(path|circle|rect|polygon|text) ([^>]*)>([^<]*)<\/\1>/g)].map(
    ([, name = '', attributes = '', text = '']) =>
      tidied({ name, attributes: attributesIn(attributes), text }),
  );
  return grouped(elements.filter(({ name, attributes }) => name === 'text' || isSeen(attributes)));
}

const kept =
  /^(d|x|y|cx|cy|r|width|height|points|fill|stroke|stroke-width|text-anchor|font-size|font-weight)$/;

function tidied(element: Element): Element {
  const { name, text } = element;
  const attributes = name === 'text' ? textAttributes(element.attributes) : element.attributes;
  const some = [...attributes].filter(([key]) => kept.test(key));
  return { name, text, attributes: new Map(some.map(([key, value]) => [key, shorter(value)])) };
}

function isSeen(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.get('fill') !== 'none' || attributes.has('stroke');
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
}

/** A text's place and font, which ECharts puts into a transformation and a style. */
function textAttributes(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, across = '0', down = '0'] =
    /translate\(([^ )]+) ([^ )]+)\)/.exec(attributes.get('transform') ?? '') ?? [];
  const style = attributes.get('style') ?? '';
  return new Map([
    ['x', String(Number(attributes.get('x') ?? 0) + Number(across))],
    ['y', String(Number(attributes.get('y') ?? 0) + Number(down))],
    ['fill', attributes.get('fill') ?? ''],
    ['font-size', /([\d.]+)px/.exec(style)?.[1] ?? '12'],
    ['font-weight', /\bbold\b/.test(style) ? 'bold' : 'normal'],
    ['text-anchor', attributes.get('text-anchor') ?? 'start'],
  ]);
}

/** With one decimal at most in each figure. */
function shorter(value: string): string {
  return value.replace(/-?\d+\.\d+/g, (figure) => String(Math.round(Number(figure) * 10) / 10 + 0));
}
