import { chartStyle } from '../charts/style.js';
import { heat } from '../colours/palette.js';
import { paletteStyle } from '../colours/style.js';
import type { Theme } from '../theme/theme.js';
import { themeStyle } from './theme-style.js';

/** The page's style sheet, in the colours of a theme. What is printed is light. */
export function pageStyle(theme: Pick<Theme, 'light' | 'dark'>): string {
  return `\n${paletteStyle}${themeStyle(theme)}${layout}${heatStyle}${chartStyle}`;
}

/** How far along all heat colours something is, from 0 to 1, as a class. */
export function heatClass(along: number): string {
  return `heat-${Math.round(along * (heat.length - 1))}`;
}

const heatStyle = heat.map((_, at) => `.heat-${at} { background: var(--heat-${at}); }\n`).join('');

const layout = `@page { size: A4; margin: 16mm 14mm; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--paper); border-top: .5rem solid var(--own); overflow-wrap: anywhere; }
a { color: var(--own); }
a:focus-visible, .scroll:focus-visible, main:focus-visible { outline: 3px solid var(--own); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; padding: .5rem 1rem; color: var(--paper); background: var(--own); }
.skip:focus { top: 1rem; }
body > header, body > nav, main, body > footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
body > header { padding-top: 2.5rem; }
.logo { display: block; max-width: min(14rem, 100%); max-height: 4.5rem; margin-bottom: 1.25rem; }
.organisation { margin: 0 0 .25rem; color: var(--faint); }
h1 { margin: 0; font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.15; letter-spacing: -.01em; }
.subtitle { margin: .5rem 0 0; font-size: 1.125rem; color: var(--faint); }
nav ol { list-style: none; margin: 2rem 0 0; padding: 1rem 0; border-block: 1px solid var(--line); }
nav li { padding: .2rem 0; }
nav li a { text-decoration: none; display: grid; grid-template-columns: 16rem 1fr; gap: 0 1rem; }
nav li a:hover .finding, nav li a:focus-visible .finding { text-decoration: underline; }
nav .topic { color: var(--faint); }
section { margin-top: 3.5rem; }
h2 { margin: 0 0 1.25rem; font-size: clamp(1.35rem, 1.1rem + 1.1vw, 1.85rem); line-height: 1.25; letter-spacing: -.005em; }
h2 .topic { display: block; margin-bottom: .3rem; font-size: .9375rem; font-weight: 600; letter-spacing: 0; color: var(--own); }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.0625rem; line-height: 1.4; }
p { margin: 0 0 .9rem; max-width: 46rem; }
ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; max-width: 46rem; }
figure { margin: 0 0 1.75rem; }
figcaption { margin-bottom: .5rem; font-weight: 600; }
.scroll { container-type: inline-size; overflow-x: auto; margin: 0 0 .5rem; max-width: 100%; }
table { border-collapse: separate; border-spacing: 0; min-width: min(100%, 36rem); font-size: .9375rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
/* It stays in sight while its table is scrolled. */
caption span { display: block; position: sticky; inset-inline-start: 0; width: max-content; max-width: 100cqi; }
th, td { overflow-wrap: break-word; padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; font-weight: 600; border-bottom: 2px solid var(--faint); }
tbody th { overflow-wrap: anywhere; font-weight: 600; min-width: 9rem; max-width: 22rem; background: var(--paper); }
td { min-width: 4.5rem; }
td.words { overflow-wrap: anywhere; min-width: 8rem; }
td.long { min-width: 17rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
thead .figure { min-width: 5.5rem; max-width: 12rem; }
.band { display: block; font-size: .75rem; line-height: 1.25; font-variant-numeric: normal; }
td[class*="heat-"] { color: var(--heat-ink); border-bottom-color: var(--paper); border-left: 1px solid var(--paper); }
.absent { color: var(--faint); }
tr.own th { color: var(--own-ink); background: var(--own-shade); border-left: .25rem solid var(--own); font-weight: 700; }
table.grouped { width: 100%; }
@media screen and (min-width: 64rem) { table.grouped tbody th.long { min-width: 17rem; } }
table.grouped .group th { padding-top: 1.1rem; max-width: none; font-size: 1rem; border-bottom: 2px solid var(--line); }
.notes { margin: 0 0 2rem; padding: 0; list-style: none; font-size: .875rem; color: var(--faint); }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .35rem 1.25rem; margin: 0 0 1.75rem; font-size: .9375rem; }
dt { font-weight: 600; }
dd { margin: 0; }
blockquote { margin: 0 0 .75rem; padding: .1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--own); max-width: 46rem; }
blockquote p { margin: 0; }
.as { font-size: .8125rem; color: var(--faint); }
body > footer { margin-top: 4rem; padding-top: 1.25rem; padding-bottom: 2.5rem; font-size: .875rem; color: var(--faint); }
body > footer p { margin: 0 0 .25rem; }
@media (max-width: 44rem) {
  body > header, body > nav, main, body > footer { padding-inline: 1rem; }
  nav li a { grid-template-columns: 1fr; }
  nav li { padding: .35rem 0; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; }
  tbody th { min-width: 9.5rem; max-width: 10rem; }
  thead .figure { min-width: 4.75rem; }
  thead th.long { min-width: 7.5rem; }
  /* A shade at the edge beyond which there are more columns. */
  .scroll { background: linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local, linear-gradient(to right, var(--faint), transparent) 0 0 / .75rem 100% no-repeat scroll, linear-gradient(to left, var(--faint), transparent) 100% 0 / .75rem 100% no-repeat scroll; }
  tbody th:first-child { position: sticky; inset-inline-start: 0; }
}
@media screen and (max-width: 44rem) {
  table.grouped, table.grouped caption, table.grouped tbody, table.grouped tr, table.grouped th, table.grouped td { display: block; min-width: 0; max-width: none; }
  table.grouped thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.grouped tr:not(.group) { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  table.grouped tr:not(.group) :is(th, td) { padding: .1rem 0; border: 0; text-align: left; }
  table.grouped td { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 .75rem; }
  table.grouped td::before { content: attr(data-title); color: var(--faint); font-size: .875rem; }
  table.grouped td.absent:empty { display: none; }
  table.grouped tbody th:first-child { position: static; }
}
@media print {
  body { font-size: 10pt; border-top-width: .25rem; }
  body > header, body > nav, main, body > footer { max-width: none; padding-inline: 0; }
  body > header { padding-top: 1rem; }
  .skip { display: none; }
  .notes { font-size: 8pt; }
  dl { font-size: 9pt; }
  a { text-decoration: none; }
  section { margin-top: 1.75rem; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; }
  h2, h3, figcaption, caption { break-after: avoid; }
  h1, h2, h3, figure, blockquote, tr, nav { break-inside: avoid; }
  figure:has(.chart + .chart) { break-inside: auto; }
  table:not(:has(tbody tr:nth-child(13))) { break-inside: avoid; }
  nav li a { grid-template-columns: 13rem 1fr; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .2rem .3rem; }
  td, td.words, td.long, thead .figure { min-width: 0; }
  tbody th { min-width: 10em; }
  table:has(th:nth-child(9)) { font-size: 7pt; }
  table:has(th:nth-child(12)) { font-size: 6pt; }
  table:has(th:nth-child(12)) thead th { overflow-wrap: anywhere; }
  .band { font-size: .8em; }
  td[class*="heat-"], tr.own th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
