import { resolve } from 'node:path';
import type { ToCurrentVersion } from '../../../export/comparison/tables/comparison-table.js';
import type { Finding } from '../../../finding/finding.js';
import { loadMap } from '../../../questionnaire/load-map.js';
import type { PlanOptions } from '../../../rubric/make-plan.js';
import type { DiskFiles } from '../../files/files.js';
import type { Host } from '../../host.js';
import { prepareMigration } from '../../migrate/migration.js';
import type { ProjectWave } from '../../project/project.js';
import type { WhatToRead } from '../../project/what-to-read.js';
import { type Prepared, prepare, type ScoringOptions } from '../../scoring/prepare.js';

/** The waves that are answered and scored alike: the current version's, or those that the config gives their own. */
export interface PreparedGroup extends Prepared {
  /** Whether a wave is of this group; empty where responses name none. */
  readonly has: (wave: string) => boolean;
  readonly toCurrent: ToCurrentVersion | undefined;
  /** The file with the map to the current version, where there is one. */
  readonly map: string | undefined;
}

/** The current version's group comes last; nothing where one of them cannot be used. */
export interface PreparedGroups {
  readonly groups: readonly PreparedGroup[] | undefined;
  readonly findings: readonly Finding[];
}

/** What one group is read and scored by. */
interface Basis {
  readonly questionnaire: string;
  readonly rubric: readonly string[];
  readonly map: string | undefined;
}

/**
 * Prepares the questionnaires and rubrics of the waves asked for, or of all: each as the config says, once for all waves that
 * share them. A rubric named on the command line is for every wave.
 */
export async function prepareGroups(
  { questionnaire, project }: WhatToRead,
  asked: readonly string[],
  files: DiskFiles,
  host: Host,
  options: ScoringOptions,
  also: PlanOptions['also'],
): Promise<PreparedGroups> {
  const current: Basis = { questionnaire, rubric: options.rubric, map: undefined };
  const keyOf = ({ questionnaire: file, rubric }: Basis) =>
    JSON.stringify([file, ...rubric].map((path) => resolve(host.cwd, path)));
  const own = new Map<string, { readonly basis: Basis; readonly waves: Set<string> }>();
  for (const wave of project?.waves ?? []) {
    if (asked.length > 0 && !asked.includes(wave.name)) continue;
    const basis = basisOf(wave, current);
    const key = keyOf(basis);
    if (key === keyOf(current)) continue;
    const known = own.get(key) ?? { basis, waves: new Set() };
    known.waves.add(wave.name);
    own.set(key, known);
  }
  const apart = new Set([...own.values()].flatMap(({ waves }) => [...waves]));
  const findings: Finding[] = [];
  const groups: PreparedGroup[] = [];
  const all = [
    ...[...own.values()].map(({ basis, waves }) => ({ basis, has: (wave: string) => waves.has(wave) })),
    { basis: current, has: (wave: string) => !apart.has(wave) },
  ];
  for (const { basis, has } of all) {
    const prepared = await prepare(
      basis.questionnaire,
      files,
      host,
      { ...options, rubric: basis.rubric },
      also,
    );
    findings.push(...prepared.findings);
    if (prepared.plans === undefined) continue;
    const isCurrent = resolve(host.cwd, basis.questionnaire) === resolve(host.cwd, questionnaire);
    const carried = isCurrent ? undefined : carriedTo(questionnaire, basis, files);
    findings.push(...(carried?.findings ?? []));
    if (carried !== undefined && carried.toCurrent === undefined) continue;
    groups.push({ ...prepared, has, toCurrent: carried?.toCurrent, map: basis.map });
  }
  return { groups: groups.length === all.length ? groups : undefined, findings };
}

function basisOf({ questionnaire, rubric, map }: ProjectWave, current: Basis): Basis {
  const own = rubric === undefined ? [] : [rubric];
  return {
    questionnaire: questionnaire ?? current.questionnaire,
    rubric: current.rubric.length > 0 ? current.rubric : own,
    map,
  };
}

function carriedTo(
  current: string,
  { questionnaire, map }: Basis,
  files: DiskFiles,
): { readonly toCurrent?: ToCurrentVersion; readonly findings: readonly Finding[] } {
  const { plan, findings } = prepareMigration(questionnaire, current, map, files);
  if (plan === undefined) return { findings };
  const rename = (map === undefined ? undefined : loadMap(map, files).map)?.definition.rename ?? {};
  return { toCurrent: { plan, nameNow: (id) => rename[id] ?? id }, findings };
}
