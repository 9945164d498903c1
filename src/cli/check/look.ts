import type { Finding } from '../../finding/finding.js';
import type { LoadedRubric } from '../../questionnaire/load-rubric.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import type { PluginOptions } from '../plugins/plugins.js';
import { checkRubricFor } from './rubrics.js';

/** What a look at one file came to, and what of it others need: no more, since there may be thousands. */
export type Look = { readonly file: string; readonly findings: readonly Finding[] } & (
  | { readonly kind: 'questionnaire'; readonly includes: readonly string[]; readonly id: string | undefined }
  | { readonly kind: 'rubric'; readonly loaded: LoadedRubric }
  | { readonly kind: 'fragment' | 'other' }
);

/** What is wrong with rubrics for the questionnaires that they say they are for. */
export async function checkPairs(
  looks: readonly Look[],
  files: DiskFiles,
  options: PluginOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const look of looks) {
    const id = look.kind === 'rubric' ? look.loaded.rubric?.for : undefined;
    if (look.kind !== 'rubric' || id === undefined) continue;
    for (const other of looks) {
      if (other.kind !== 'questionnaire' || other.id !== id) continue;
      findings.push(...(await checkRubricFor(other.file, look.loaded, files, options, host)));
    }
  }
  return findings;
}

/** Files of which not all can be said by themselves, and which nothing that is checked includes. */
export function partlySeen(looks: readonly Look[]): ReadonlySet<string> {
  const included = new Set(looks.flatMap((look) => (look.kind === 'questionnaire' ? look.includes : [])));
  return new Set(
    looks
      .filter(({ kind, file }) => (kind === 'fragment' || kind === 'rubric') && !included.has(file))
      .map(({ file }) => file),
  );
}
