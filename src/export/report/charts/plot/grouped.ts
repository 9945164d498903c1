import type { Element } from './tidy-svg.js';

/** What elements inherit from a group, and what they have where nothing says otherwise. */
const inherited: ReadonlyMap<string, string | undefined> = new Map([
  ['fill', undefined],
  ['stroke', undefined],
  ['stroke-width', '1'],
  ['font-size', '12'],
  ['font-weight', 'normal'],
  ['text-anchor', 'start'],
]);

/** Elements as markup: those that follow one another and look alike stand in a group, which says how. */
export function grouped(elements: readonly Element[]): string {
  const runs: { look: string; inside: string[] }[] = [];
  for (const element of elements) {
    const look = attributes(element, (key, value) => inherited.has(key) && inherited.get(key) !== value);
    const run = runs.at(-1);
    const markup = written(element);
    if (run?.look === look) run.inside.push(markup);
    else runs.push({ look, inside: [markup] });
  }
  return runs.map(({ look, inside }) => `<g${look}>${inside.join('')}</g>`).join('');
}

function written(element: Element): string {
  const own = attributes(element, (key) => !inherited.has(key));
  return element.name === 'text' ? `<text${own}>${element.text}</text>` : `<${element.name}${own}/>`;
}

function attributes(element: Element, which: (key: string, value: string) => boolean): string {
  return [...element.attributes]
    .filter(([key, value]) => which(key, value))
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');
}
