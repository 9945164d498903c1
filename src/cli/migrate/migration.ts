import { type Finding, isError } from '../../finding/finding.js';
import { loadMap, type VersionMap } from '../../questionnaire/load-map.js';
import { type MigrationPlan, makeMigrationPlan } from '../../response/migrate/plan.js';
import type { DiskFiles } from '../files/files.js';
import { loadForUse } from '../project/load-for-use.js';
import { UsageError } from '../usage-error.js';

/** A plan ready to be carried out, or the findings that say why there is none. */
export type PreparedMigration =
  | { readonly plan: MigrationPlan; readonly findings: readonly Finding[] }
  | { readonly plan?: undefined; readonly findings: readonly Finding[] };

/** Loads two versions of a questionnaire and the map between them, and plans how answers are carried over. */
export function prepareMigration(
  oldFile: string,
  newFile: string,
  mapFile: string | undefined,
  files: DiskFiles,
): PreparedMigration {
  const old = loadForUse(oldFile, files);
  const next = loadForUse(newFile, files);
  const map = mapFile === undefined ? { findings: [] } : mapToUse(mapFile, files);
  const findings = [old, next, map].flatMap((loaded) => loaded.findings.filter(isError));
  if (old.questionnaire === undefined || next.questionnaire === undefined) return { findings };
  if (old.questionnaire.id !== next.questionnaire.id) {
    throw new UsageError(
      `${oldFile} is the questionnaire \`${old.questionnaire.id}\`, and ${newFile} is \`${next.questionnaire.id}\``,
      'Answers are carried over from one version of a questionnaire to another.',
    );
  }
  // What a map says that cannot be read says nothing yet of what it leaves out.
  if (mapFile !== undefined && map.map === undefined) return { findings };
  const made = makeMigrationPlan(
    { questionnaire: old.questionnaire, place: old.loaded.locator.place },
    { questionnaire: next.questionnaire, place: next.loaded.locator.place },
    map.map,
  );
  const all = [...findings, ...made.findings];
  return all.some(isError) ? { findings: all } : { plan: made.plan, findings: all };
}

interface MapToUse {
  readonly map?: VersionMap;
  readonly findings: readonly Finding[];
}

/** A draft may leave open what a migration may not: what is undecided is an error here. */
function mapToUse(file: string, files: DiskFiles): MapToUse {
  const { unreadable, map, findings } = loadMap(file, files);
  if (unreadable !== undefined) throw new UsageError(`${file} ${unreadable}`);
  const strict = findings.map(
    (found): Finding => (found.rule === 'map-undecided' ? { ...found, severity: 'error' } : found),
  );
  return { ...(map === undefined ? {} : { map }), findings: strict };
}
