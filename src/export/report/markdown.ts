import { markOf, marksIn } from '../tables/absence.js';
import type { TableCell } from '../tables/table.js';
import { escaped } from '../tables/writers/markdown.js';
import { shownFigure } from './model/figure-text.js';
import type { Block, Report, ReportColumn, ReportTable } from './model/report.js';
import { plainText, type Words } from './model/words.js';

/** A report as Markdown: its tables stand for its charts. */
export function markdownReport(report: Report): string {
  const { title, subtitle, parts, leftOut, theme } = report;
  const blocks = [
    `# ${say(title)}`,
    say(subtitle),
    escaped(theme.organisation ?? ''),
    ...parts.flatMap(({ topic, heading, blocks: own }) => [
      `## ${say(heading)}`,
      `*${escaped(topic)}*`,
      ...own.map((block) => written(block, report)),
    ]),
    ...(leftOut.length === 0
      ? []
      : [
          '## Not in this report',
          leftOut.map(({ topic, why }) => `- ${escaped(topic)}: ${say(why)}.`).join('\n'),
        ]),
    escaped(theme.footer ?? ''),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function say(text: Words): string {
  return escaped(plainText(text));
}

function written(block: Block, report: Report): string {
  switch (block.kind) {
    case 'paragraph':
      return say(block.text);
    case 'list':
      return block.items.map((item) => `- ${say(item)}`).join('\n');
    case 'facts':
      return block.facts.map(([name, text]) => `- **${say(name)}:** ${say(text)}`).join('\n');
    case 'table':
      return grid(block.table, report);
    case 'chart':
      return '';
    case 'quotes':
      return [
        `### ${say(block.about)}`,
        ...block.quotes.map((quote) => `> ${quote.as}: ${escaped(quote.text)}`),
      ].join('\n\n');
  }
}

function grid(table: ReportTable, { forRelease }: Report): string {
  const { caption, columns, rows, notes } = table;
  const marks = marksIn(table, forRelease).map((mark) => escaped(`${mark}.`));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ kind }) => (kind === 'label' || kind === 'text' ? ':---' : '---:'));
  const lines = [
    line(columns.map(({ title }) => escaped(title))),
    line(rule),
    ...rows.map((row) => line(columns.map((column, at) => cellText(row[at], column, forRelease)))),
  ];
  return [`**${say(caption)}**`, lines.join('\n'), ...marks, ...notes.map(say)].join('\n\n');
}

function cellText(cell: TableCell | undefined, column: ReportColumn, forRelease: boolean): string {
  if (cell === undefined || cell.kind === 'empty') {
    return escaped(markOf(cell?.why, forRelease));
  }
  if (cell.kind === 'text') return escaped(cell.text);
  if (cell.isClass === true && cell.band !== undefined) return escaped(cell.band.label);
  const figure = shownFigure(cell.value, column);
  return cell.band === undefined ? figure : `${figure} (${escaped(cell.band.label)})`;
}
