import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, type Place, ruleIdOf } from '../../finding/finding.js';
import { type Ink, inkFor } from '../text/ink.js';
import { visible } from '../text/visible.js';
import { wrap } from '../text/width.js';
import { codeFrame } from './code-frame.js';
import type { FindingPrinter } from './printer.js';
import { sortFindings } from './sort.js';
import { includedBy, whereForPeople, whereForPrograms } from './where.js';

const indent = '  ';
const narrowest = 40;

export const pretty = {
  name: 'pretty',
  describe: 'For people: each finding with the line it is about, and what to do.',
  write: (findings, { source, color, width, supplement, mends = () => false }) => {
    const ink = inkFor(color);
    const sources = new Map<string, readonly string[]>();
    const linesOf = (file: string): readonly string[] => {
      const lines = sources.get(file) ?? (source(file)?.split(/\r?\n/) || []);
      sources.set(file, lines);
      return lines;
    };
    const room = Math.max(narrowest, width);
    const blocks = sortFindings(findings).map((finding) =>
      block(finding, mends(finding), linesOf, room, ink).join('\n'),
    );
    const found = blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
    const more = supplement?.text(room, color) ?? '';
    return found === '' || more === '' ? found + more : `${found}\n${more}`;
  },
} satisfies FindingPrinter;

function block(
  finding: Finding,
  isMendable: boolean,
  linesOf: (file: string) => readonly string[],
  width: number,
  ink: Ink,
): readonly string[] {
  const { severity, earlier } = finding;
  const paint = ink.severity(severity);
  const included = includedBy(finding);
  const frameOf = ({ range, file }: Place) =>
    range === undefined ? [] : codeFrame(linesOf(file), range, width, paint, ink.faint);
  const frame = frameOf(finding);
  return [
    `${ink.strong(whereForPeople(finding))}  ${paint(severity)}  ${ink.faint(ruleIdOf(finding))}${isMendable ? ink.faint('  (--fix mends it)') : ''}`,
    ...indented(textOf(finding), width),
    ...(included === undefined ? [] : indented(included, width).map(ink.faint)),
    ...(frame.length === 0 ? [] : ['', ...frame]),
    ...(earlier === undefined
      ? []
      : ['', ...indented(`was ${whereForPrograms(earlier)}`, width), ...frameOf(earlier)]),
    ...helpLines(finding, width, ink),
  ];
}

function helpLines(finding: Finding, width: number, ink: Ink): readonly string[] {
  const help = helpOf(finding);
  if (help === undefined) return [];
  return indented(`help: ${help}`, width).map((line, at) =>
    at === 0 ? line.replace('help:', () => ink.strong('help:')) : line,
  );
}

function indented(text: string, width: number): readonly string[] {
  return wrap(visible(text), width - indent.length).map((line) => indent + line);
}
