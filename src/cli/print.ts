import { findingPrinter } from '../export/findings/formats.js';
import type { FindingFormat } from '../export/findings/names.js';
import type { Finding } from '../finding/finding.js';
import type { DiskFiles } from './files.js';
import { type Host, type Terminal, wantsColor } from './host.js';

const shownAtMost = 50;

/** Prints findings for people, on stderr: results are for stdout. */
export async function printFindings(
  findings: readonly Finding[],
  host: Host,
  files: DiskFiles,
  color: boolean,
): Promise<void> {
  const shown = findings.slice(0, shownAtMost);
  await writeFindings(shown, 'pretty', host.stderr, host, files, color);
  if (shown.length < findings.length) {
    const more = (findings.length - shown.length).toLocaleString('en-GB');
    host.stderr.write(`… and ${more} more; \`milepost validate\` lists them all.\n`);
  }
}

/** Writes findings in a format. */
export async function writeFindings(
  findings: readonly Finding[],
  format: FindingFormat,
  to: Terminal,
  host: Host,
  files: DiskFiles,
  color: boolean,
): Promise<void> {
  // For people, nothing found is nothing to read, and nothing to load.
  if (findings.length === 0 && format !== 'json') return;
  const printer = await findingPrinter(format);
  const options = { source: files.textOf, color: wantsColor(host, to, color), width: to.width };
  to.write(printer.write(findings, options));
}
