import { findingFormats } from '../export/findings/formats.js';
import { summary } from '../export/findings/summary.js';
import type { Finding } from '../finding/finding.js';
import type { DiskFiles } from './files.js';
import { type Host, wantsColor } from './host.js';

const shownAtMost = 50;

/** Prints findings for people, on stderr: results are for stdout. */
export function printFindings(
  findings: readonly Finding[],
  host: Host,
  files: DiskFiles,
  color: boolean,
): void {
  if (findings.length === 0) return;
  const shown = findings.slice(0, shownAtMost);
  host.stderr.write(
    findingFormats.pretty.write(shown, {
      source: files.textOf,
      color: wantsColor(host, host.stderr, color),
      width: host.stderr.width,
    }),
  );
  if (shown.length < findings.length) {
    const more = (findings.length - shown.length).toLocaleString('en-GB');
    host.stderr.write(`… and ${more} more; \`milepost validate\` lists them all.\n`);
  }
}

export function printSummary(findings: readonly Finding[], host: Host): void {
  if (findings.length > 0) host.stderr.write(`${summary(findings)}\n`);
}
