import { mixed, readable } from '../contrast.js';
import type { Colours, Theme } from '../theme.js';

/** From the lowest shade to the highest: orange to blue, which people who see few colours tell apart too. */
const lightShades = ['#f9c9a0', '#fbe3c8', '#eeeeee', '#d5e4f7', '#a9cbf2'];
const darkShades = ['#74390a', '#533622', '#3a3f46', '#24425f', '#0e4f86'];

/** The page's style sheet, in the colours of a theme. What is printed is light. */
export function pageStyle({ light, dark }: Pick<Theme, 'light' | 'dark'>): string {
  return `
:root { color-scheme: light dark; ${variables(light, lightShades, '#1b1f24')} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(dark, darkShades, '#f4f6f8')} } }
${layout}`;
}

function variables(
  { background, text, accent }: Colours,
  shades: readonly string[],
  onShade: string,
): string {
  const own = mixed(accent, background, 0.86);
  return [
    `--background: ${background};`,
    `--text: ${text};`,
    `--accent: ${accent};`,
    `--muted: ${readable(text, background, 0.4, background)};`,
    `--line: ${mixed(text, background, 0.78)};`,
    `--surface: ${mixed(text, background, 0.95)};`,
    `--own: ${own};`,
    `--on-own: ${readable(text, own, 0.05, own)};`,
    `--on-shade: ${onShade};`,
    ...shades.map((shade, at) => `--shade-${at}: ${shade};`),
  ].join(' ');
}

const layout = `
@page { size: A4; margin: 16mm 14mm; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; color: var(--text); background: var(--background); overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible, .scroll:focus-visible, main:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; padding: .5rem 1rem; color: var(--background); background: var(--accent); }
.skip:focus { top: 1rem; }
body > header, body > nav, main, body > footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
body > header { padding-top: 2.5rem; border-top: .5rem solid var(--accent); }
.logo { display: block; max-width: min(14rem, 100%); max-height: 4.5rem; margin-bottom: 1.25rem; }
.organisation { margin: 0 0 .25rem; color: var(--muted); }
h1 { margin: 0; font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.15; letter-spacing: -.01em; }
.subtitle { margin: .5rem 0 0; font-size: 1.125rem; color: var(--muted); }
nav ol { list-style: none; margin: 2rem 0 0; padding: 1rem 1.25rem; background: var(--surface); border-inline-start: .25rem solid var(--accent); }
nav li { padding: .2rem 0; }
nav li a { text-decoration: none; display: grid; grid-template-columns: 16rem 1fr; gap: 0 1rem; }
nav li a:hover .finding, nav li a:focus-visible .finding { text-decoration: underline; }
nav .topic { color: var(--muted); }
section { margin-top: 3.5rem; }
h2 { margin: 0 0 1.25rem; font-size: clamp(1.35rem, 1.1rem + 1.1vw, 1.85rem); line-height: 1.25; letter-spacing: -.005em; }
h2 .topic { display: block; margin-bottom: .3rem; font-size: .9375rem; font-weight: 600; letter-spacing: 0; color: var(--accent); }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.0625rem; line-height: 1.4; }
p { margin: 0 0 .9rem; max-width: 46rem; }
ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; max-width: 46rem; }
figure { margin: 0 0 1.75rem; }
figcaption { margin-bottom: .5rem; font-weight: 600; }
.scroll { overflow-x: auto; margin: 0 0 .5rem; max-width: 100%; }
table { border-collapse: separate; border-spacing: 0; min-width: min(100%, 36rem); font-size: .9375rem; line-height: 1.35; }
caption { text-align: start; font-weight: 600; padding: 0 0 .5rem; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { vertical-align: bottom; font-weight: 600; border-bottom: 2px solid var(--muted); overflow-wrap: normal; hyphens: auto; }
tbody th { font-weight: 600; min-width: 9rem; max-width: 22rem; background: var(--background); }
td { min-width: 4.5rem; }
td.words { min-width: 11rem; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
thead .figure { max-width: 9rem; }
.band { display: block; font-size: .75rem; line-height: 1.25; font-variant-numeric: normal; }
td[class*="shade-"] { color: var(--on-shade); border-bottom-color: var(--background); border-inline-start: 1px solid var(--background); }
.shade-0 { background: var(--shade-0); } .shade-1 { background: var(--shade-1); } .shade-2 { background: var(--shade-2); } .shade-3 { background: var(--shade-3); } .shade-4 { background: var(--shade-4); }
.absent { color: var(--muted); }
tr.own th { color: var(--on-own); background: var(--own); border-inline-start: .25rem solid var(--accent); font-weight: 700; }
.notes { margin: 0 0 2rem; padding: 0; list-style: none; font-size: .875rem; color: var(--muted); }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .35rem 1.25rem; margin: 0 0 1.75rem; font-size: .9375rem; }
dt { font-weight: 600; }
dd { margin: 0; }
blockquote { margin: 0 0 .75rem; padding: .1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); max-width: 46rem; }
blockquote p { margin: 0; }
body > footer { margin-top: 4rem; padding-top: 1.25rem; padding-bottom: 2.5rem; font-size: .875rem; color: var(--muted); }
body > footer p { margin: 0 0 .25rem; }
@media (max-width: 44rem) {
  body > header, body > nav, main, body > footer { padding-inline: 1rem; }
  nav li a { grid-template-columns: 1fr; }
  nav li { padding: .35rem 0; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .6rem; }
  tbody th { min-width: 8.5rem; max-width: 10rem; }
  tbody th:first-child { position: sticky; inset-inline-start: 0; }
}
@media print {
  body { font-size: 10pt; }
  body > header, body > nav, main, body > footer { max-width: none; padding-inline: 0; }
  body > header { padding-top: 1rem; }
  .skip { display: none; }
  a { text-decoration: none; }
  section { margin-top: 1.75rem; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; }
  h2, h3, figcaption, caption { break-after: avoid; }
  figure, blockquote, tr, nav { break-inside: avoid; }
  nav li a { grid-template-columns: 13rem 1fr; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .2rem .3rem; }
  td, td.words, tbody th { min-width: 0; }
  .band { font-size: 6.5pt; }
  td[class*="shade-"], tr.own th, nav ol { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
