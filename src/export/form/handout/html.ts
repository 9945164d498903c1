import { content, escaped } from '../../text/html-text.js';
import { textDirection } from '../../text/text-direction.js';
import type { FormFormat } from '../form-format.js';
import { type Handout, type HandoutEntry, type HandoutQuestion, makeHandout } from './handout.js';

export const htmlHandout = {
  name: 'html',
  extensions: ['html', 'htm'],
  describe: 'A handout as a page, complete in one file, that prints to A4.',
  fillable: false,
  write: async (form) => ({ content: page(makeHandout(form)) }),
} satisfies FormFormat;

const style = `
  @page { size: A4; margin: 18mm 16mm; }
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
  h2 { font-size: 1.375rem; margin-top: 2.5rem; border-bottom: 2px solid #1f3a56; }
  h3 { font-size: 1.125rem; margin-top: 2rem; }
  article h3, h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  dt { font-weight: 600; }
  dd { margin: 0 0 .5rem; }
  .answers { border-inline-start: 3px solid #1f3a56; margin: .5rem 0; padding: 0; padding-inline-start: .75rem; }
  .answers dd { margin: 0 0 .25rem; }
  ul.answers { list-style: "□  "; padding-inline-start: 2rem; }
  p { margin: .25rem 0; }
  .when { font-style: italic; }
  a:focus-visible { outline: 3px solid #1f3a56; }
  @media print {
    body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; }
    nav { display: none; }
    article { break-inside: avoid; }
    h2, h3, h4 { break-after: avoid; }
  }
`;

function page({ title, language, facts, parts }: Handout): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${textDirection(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${content(title)}</h1>
<dl>
${facts.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${content(text)}</dd>`).join('\n')}
</dl>
</header>
<nav aria-label="Parts">
<ol>
${parts.map(({ number, title: part }) => `<li><a href="#part-${number}">${escaped(part)}</a></li>`).join('\n')}
</ol>
</nav>
<main>
${parts
  .map(
    ({ number, title: part, description, entries }) => `<section aria-labelledby="part-${number}">
<h2 id="part-${number}">${number}. ${content(part)}</h2>
${[...optional(description), ...entries.map((entry) => written(entry, entries.some(isHeading) ? 4 : 3))].join('\n')}
</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

function isHeading({ kind }: HandoutEntry): boolean {
  return kind === 'heading';
}

/** `level` is that of a question's heading: no level is passed over. */
function written(entry: HandoutEntry, level: 3 | 4): string {
  return entry.kind === 'heading'
    ? [`<h3>${entry.number} ${content(entry.title)}</h3>`, ...optional(entry.description)].join('\n')
    : question(entry, level);
}

function question(asked: HandoutQuestion, level: 3 | 4): string {
  const { number, text, items, required, when, help, answers, hints, further } = asked;
  return [
    '<article>',
    `<h${level}>${number} ${content(text)}${required ? ' (required)' : ''}</h${level}>`,
    ...(when === undefined ? [] : [`<p class="when">${content(when)}</p>`]),
    ...optional(help),
    ...(items.length === 0 ? [] : [`<ol>${items.map((item) => `<li>${content(item)}</li>`).join('')}</ol>`]),
    ...(answers.length === 0 ? [] : [answerList(answers)]),
    ...hints.map((hint) => `<p>${content(`${hint}.`)}</p>`),
    ...(further.length === 0
      ? []
      : ['<p>Also asked:</p>', `<ul>${further.map((each) => `<li>${content(each)}</li>`).join('')}</ul>`]),
    '</article>',
  ].join('\n');
}

function answerList(answers: HandoutQuestion['answers']): string {
  return answers.some(({ meaning }) => meaning !== undefined)
    ? `<dl class="answers">${answers
        .map(({ label, meaning = '' }) => `<dt>${content(label)}</dt><dd>${content(meaning)}</dd>`)
        .join('')}</dl>`
    : `<ul class="answers">${answers.map(({ label }) => `<li>${content(label)}</li>`).join('')}</ul>`;
}

function optional(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [`<p>${content(text)}</p>`];
}
