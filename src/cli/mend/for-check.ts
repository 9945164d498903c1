import type { Finding } from '../../finding/finding.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import type { FindingOutput } from '../policy/outputs.js';
import { UsageError } from '../usage-error.js';
import type { Find, Mended } from './mend.js';

/** What the command line says of mending. */
export interface MendOptions {
  readonly format: readonly FindingOutput[];
  readonly fix: boolean;
  readonly fixDryRun: boolean;
}

/** Where findings go beside the diff of a dry run, which has stdout to itself. */
export function outputsBesideDiff(
  { format, fixDryRun }: MendOptions,
  outputs: readonly FindingOutput[],
): readonly FindingOutput[] {
  if (!fixDryRun) return outputs;
  if (format.some(({ file }) => file === undefined)) {
    throw new UsageError(
      'the diff of --fix-dry-run and the findings cannot share stdout',
      'Put -o FILE behind --format, or leave it out.',
    );
  }
  return outputs.filter(({ file }) => file !== undefined);
}

/** Standard input cannot be written back. */
export function refuseToMendStdin(paths: readonly string[], { fix, fixDryRun }: MendOptions): void {
  if (paths.includes('-') && (fix || fixDryRun)) {
    throw new UsageError('what comes on standard input cannot be mended', 'Name the file instead of -.');
  }
}

/** What is found in files; where it is asked for, what is left after they are mended, or would be. */
export async function mendIfAsked(
  checked: readonly string[],
  disk: DiskFiles,
  { fix, fixDryRun }: MendOptions,
  host: Host,
  find: Find,
): Promise<Pick<Mended, 'findings' | 'files'>> {
  if (!fix && !fixDryRun) return { findings: await find(disk), files: disk };
  const [{ mend }, { printMended, writeMended }] = await Promise.all([
    import('./mend.js'),
    import('./write-mended.js'),
  ]);
  const mended = await mend(checked, disk, host.cwd, find);
  if (fixDryRun) printMended(mended, host);
  else writeMended(mended, host);
  return mended;
}

/** What `--fix` would mend of the findings, for people who read them. */
export async function mendableAmong(
  findings: readonly Finding[],
  checked: readonly string[],
  files: DiskFiles,
  { fix, fixDryRun }: MendOptions,
  outputs: readonly FindingOutput[],
  { cwd }: Host,
): Promise<ReadonlySet<Finding>> {
  const isRead = outputs.some(({ format }) => format === 'pretty');
  if (fix || fixDryRun || findings.length === 0 || !isRead) return new Set();
  const { mendable } = await import('./mend.js');
  return mendable(findings, checked, files, cwd);
}
