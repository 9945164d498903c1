import { createHash } from 'node:crypto';
import { content, escaped } from '../../text/html-text.js';
import { drawChart } from '../charts/draw-chart.js';
import type { Block, LeftOut, Part, Report } from '../model/report.js';
import { plainText, type Words } from '../model/words.js';
import { pageStyle } from './style.js';
import { htmlTable } from './table.js';
import { htmlWords } from './words.js';

/** A report as one page, complete in one file, that asks for nothing from outside and runs nothing. */
export function htmlReport(report: Report): string {
  const style = pageStyle(report.theme);
  const { title, subtitle, parts, leftOut, theme, language } = report;
  const say = (text: Words) => htmlWords(text, language);
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<title>${escaped([plainText(title), plainText(subtitle)].filter((text) => text !== '').join(', '))}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#story">Skip to the findings</a>
<header>
${theme.logo === undefined ? '' : `<img class="logo" src="${escaped(theme.logo.source)}" alt="${escaped(theme.logo.alternative)}">\n`}${theme.organisation === undefined ? '' : `<p class="organisation" dir="auto">${content(theme.organisation)}</p>\n`}<h1>${say(title)}</h1>
${subtitle.length === 0 ? '' : `<p class="subtitle">${say(subtitle)}</p>\n`}</header>
<nav aria-label="Contents">
<ol>
${parts.map(({ id, topic, heading }) => `<li><a href="#${id}"><span class="topic">${content(topic)}</span> <span class="finding">${say(heading)}</span></a></li>`).join('\n')}
</ol>
</nav>
<main id="story" tabindex="-1">
${parts.map((part) => section(part, report)).join('')}${missing(leftOut, language)}</main>
${footer(report)}</body>
</html>
`;
}

/** Nothing from outside, no script, and no style but the page's own. */
function policy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function section({ id, topic, heading, blocks }: Part, report: Report): string {
  return `<section id="${id}" aria-labelledby="heading-${id}">
<h2 id="heading-${id}"><span class="topic">${content(topic)}</span> ${htmlWords(heading, report.language)}</h2>
${blocks.map((block) => written(block, report)).join('')}</section>
`;
}

function written(block: Block, report: Report): string {
  const say = (text: Words) => htmlWords(text, report.language);
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto">${say(block.text)}</p>\n`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${say(item)}</li>`).join('')}</ul>\n`;
    case 'facts':
      return `<dl>\n${block.facts.map(([name, text]) => `<dt>${say(name)}</dt><dd>${say(text)}</dd>\n`).join('')}</dl>\n`;
    case 'table':
      return htmlTable(block.table, report);
    case 'chart': {
      const chart = drawChart(block.chart);
      if (chart === undefined) return '';
      return `<figure>\n<figcaption dir="auto">${content(chart.title)}</figcaption>\n${chart.svg}\n</figure>\n`;
    }
    case 'quotes':
      return `<h3>${say(block.about)}</h3>\n${block.quotes.map((quote) => `<blockquote><p class="as">${quote.as}</p><p dir="auto">${content(quote.text)}</p></blockquote>\n`).join('')}`;
  }
}

function missing(leftOut: readonly LeftOut[], language: string): string {
  if (leftOut.length === 0) return '';
  const items = leftOut.map(({ topic, why }) => `<li>${content(topic)}: ${htmlWords(why, language)}.</li>`);
  return `<section id="left-out" aria-labelledby="heading-left-out">
<h2 id="heading-left-out">Not in this report</h2>
<ul>${items.join('')}</ul>
</section>
`;
}

function footer({ theme }: Report): string {
  if (theme.footer === undefined) return '';
  return `<footer>\n<p dir="auto">${content(theme.footer)}</p>\n</footer>\n`;
}
