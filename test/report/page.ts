/** A page as tests look at it; it has no markup of its own making but what the report writes. */
export interface Page {
  readonly text: string;
  /** Headings in their order, each with its level. */
  readonly headings: readonly (readonly [number, string])[];
  /** The finding of a part. */
  readonly finding: (part: string) => string | undefined;
  readonly has: (table: string) => boolean;
  /** The rows of a table, by the keys of its columns, and what they share; figures as they are written, without the name of their band. */
  readonly rows: (table: string) => readonly Readonly<Record<string, string>>[];
}

export function pageOf(html: string): Page {
  const headings = [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, text = '']) =>
      [Number(level), textOf(text.replace(/<span class="topic">.*?<\/span>/s, ''))] as const,
  );
  const tableOf = (id: string) =>
    new RegExp(`<table id="table-${id}"[^>]*>(.*?)</table>`, 's').exec(html)?.[1];
  return {
    text: textOf(html.replace(/<style>.*?<\/style>/s, '')),
    headings,
    finding: (part) => {
      const found = new RegExp(`<h2 id="heading-${part}">(.*?)</h2>`, 's').exec(html)?.[1];
      return found === undefined ? undefined : textOf(found.replace(/<span class="topic">.*?<\/span>/s, ''));
    },
    has: (id) => tableOf(id) !== undefined,
    rows: (id) => {
      const table = tableOf(id) ?? '';
      const [head = '', body = ''] = table.split('</thead>');
      const keys = [...head.matchAll(/data-key="([^"]*)"/g)].map(([, key = '']) => key);
      let group: Readonly<Record<string, string>> = {};
      return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
        const shared = /<th scope="rowgroup"[^>]* data-key="([^"]*)"[^>]*>(.*?)<\/th>/s.exec(row);
        if (shared !== null) {
          group = { [shared[1] ?? '']: textOf(shared[2] ?? '') };
          return [];
        }
        const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ''], at) => [
          keys[at] ?? String(at),
          textOf(cell.replace(/<span class="band">.*?<\/span>/s, '')),
        ]);
        return [{ ...group, ...Object.fromEntries(cells) }];
      });
    },
  };
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function textOf(markup: string): string {
  return markup
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}

/** A figure as it is written, as a number, a share from 0 to 1; nothing where there is none. */
export function figureOf(text: string | undefined): number | undefined {
  if (text?.endsWith(' %')) return Number(text.slice(0, -2)) / 100;
  return text === undefined || !/^[+\u2212]?\d/.test(text)
    ? undefined
    : Number(text.replace('\u2212', '-').replace('+', ''));
}
