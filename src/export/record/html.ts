import { content, escaped } from '../text/html-text.js';
import type { RecordEntry } from './record.js';
import type { RecordFormat } from './record-format.js';
import { closing } from './text.js';

/** A page, complete in one file, that prints to A4. */
export const htmlRecord = {
  name: 'html',
  extensions: ['html', 'htm'],
  write: ({ title, language, facts, parts, open }) => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${content(title)}</h1>
<p>${content(closing.join(' '))}</p>
<dl>
${facts.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${content(text)}</dd>`).join('\n')}
</dl>
</header>
<main>
${parts
  .map(
    ({ title: part, entries }) => `<section>
<h2>${content(part)}</h2>
${entries.map(article).join('\n')}
</section>`,
  )
  .join('\n')}
${
  open.length === 0
    ? ''
    : `<section>
<h2>Still open</h2>
<ul>
${open.map(({ text, why, ask }) => `<li>${content(text)} (${why}${ask === undefined ? '' : `; ask ${content(ask)}`})</li>`).join('\n')}
</ul>
</section>
`
}</main>
</body>
</html>
`,
} satisfies RecordFormat;

const style = `
  @page { size: A4; margin: 18mm 16mm; }
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
  h2 { font-size: 1.375rem; margin-top: 2.5rem; border-bottom: 2px solid; }
  h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  .answer { border-left: 3px solid; margin: .25rem 0 .5rem; padding: 0 0 0 .75rem; }
  article dl { margin-left: .9rem; font-size: .95rem; }
  @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } }
  @media print {
    body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; color: #000; background: #fff; }
    article { break-inside: avoid; }
    h2, h3 { break-after: avoid; }
  }
`;

function article({ text, answer, remarks }: RecordEntry): string {
  const said =
    answer === undefined
      ? 'Open'
      : `<strong>${content(answer.label)}</strong>${answer.meaning === undefined ? '' : `: ${content(answer.meaning)}`}`;
  const list = remarks.map((remark) => `<dt>${escaped(remark.label)}</dt><dd>${content(remark.text)}</dd>`);
  return `<article>
<h3>${content(text)}</h3>
<p class="answer">${said}</p>
${list.length === 0 ? '' : `<dl>${list.join('')}</dl>\n`}</article>`;
}
