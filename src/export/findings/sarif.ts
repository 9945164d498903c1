import { createHash } from 'node:crypto';
import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, type Place, ruleIdOf } from '../../finding/finding.js';
import { jsonText } from '../text/json-text.js';
import { visible } from '../text/visible.js';
import type { FindingPrinter, PrintOptions } from './printer.js';
import { sarifLevels, sarifRule } from './sarif-rule.js';
import { sortFindings } from './sort.js';
import { stablePaths } from './stable-path.js';
import { includedBy } from './where.js';

/** Written by hand: the builder for it needs a newer Node than we do, and is longer than this. */
export const sarif = {
  name: 'sarif',
  describe: 'SARIF 2.1.0, as code scanning services read it.',
  write: (findings, options) => {
    const sorted = sortFindings(findings);
    const rules = [...new Set(sorted.map(ruleIdOf))].sort();
    const pathOf = stablePaths(options.source);
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Milepost',
              semanticVersion: MILEPOST_VERSION,
              rules: rules.map((id) => sarifRule(id, options.rules)),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: sorted.map((finding) =>
            result(finding, rules.indexOf(ruleIdOf(finding)), pathOf(finding), options),
          ),
        },
      ],
    };
    return `${jsonText(log, 2)}\n`;
  },
} satisfies FindingPrinter;

function result(
  finding: Finding,
  ruleIndex: number,
  path: string | undefined,
  { inRepository = (file) => file }: PrintOptions,
): object {
  const { severity, file, cell, includedBy: includers = [], earlier } = finding;
  const rule = ruleIdOf(finding);
  const help = helpOf(finding);
  const lines = [textOf(finding), includedBy(finding), help].filter((line) => line !== undefined);
  const part = path || cell?.name;
  const artifactLocation = { uri: uriOf(inRepository(file)) };
  const region = regionOf(finding);
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: lines.map(visible).join('\n') },
    locations: [
      {
        physicalLocation: { artifactLocation, ...(region === undefined ? {} : { region }) },
        ...(part === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: part }] }),
      },
    ],
    ...(earlier === undefined && includers.length === 0
      ? {}
      : {
          relatedLocations: [
            ...(earlier === undefined ? [] : [relatedLocation(earlier, 'as it was', inRepository)]),
            ...includers.map((file) => relatedLocation({ file }, 'includes it', inRepository)),
          ],
        }),
    partialFingerprints: {
      'milepostFinding/v1': fingerprint([rule, artifactLocation.uri, path ?? cell?.name ?? '']),
    },
  };
}

function relatedLocation(place: Place, text: string, inRepository: (file: string) => string): object {
  const region = regionOf(place);
  return {
    message: { text },
    physicalLocation: {
      artifactLocation: { uri: uriOf(inRepository(place.file)) },
      ...(region === undefined ? {} : { region }),
    },
  };
}

/** A cell's column counts cells and not characters: only its line is told. */
function regionOf({ range, cell }: Place): object | undefined {
  if (range === undefined) return cell === undefined ? undefined : { startLine: cell.line };
  const { start, end } = range;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A file's path as a reference to it: relative where the path is. */
function uriOf(file: string): string {
  const written = file
    .replace(/^(\.[\\/])+/, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join('/');
  if (written.startsWith('/')) return `file://${written}`;
  return /^[A-Za-z]%3A\//.test(written) ? `file:///${written.replace('%3A', ':')}` : written;
}
