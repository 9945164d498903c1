import type { Path } from '../../../finding/finding.js';
import { suggestion } from '../../../finding/suggest.js';
import type { StageDefinition } from '../../../generated/definitions.js';
import type { Threshold } from '../../plan.js';
import { makeBands } from '../make-bands.js';
import type { NodeOutline } from '../nodes/outline.js';
import type { Reporting } from '../rubric-context.js';

/** Reads thresholds: numbers, or ids of member bands. */
export function thresholdReader(
  { entry, path }: Pick<NodeOutline, 'entry' | 'path'>,
  context: Pick<Reporting, 'report'>,
): (written: number | string, at: Path) => Threshold {
  const bands = makeBands(entry.member_bands, [...path, 'member_bands'], context);
  return (written, at) => {
    if (typeof written === 'number') return { from: written, exclusive: false };
    const band = bands.find(({ id }) => id === written);
    if (band !== undefined) return band;
    const known = bands.map(({ id }) => id);
    context.report('unknown-threshold', at, { id: written, known, ...suggestion(written, known) });
    return { from: Number.NEGATIVE_INFINITY, exclusive: false };
  };
}

export interface WrittenMember {
  readonly id: string;
  /** Its own threshold. */
  readonly own?: number | string;
  readonly at: Path;
  /** What of it stands there. */
  readonly part: 'key' | 'value';
}

/** A stage as it is written, with what is written of its members. */
export interface WrittenStage extends Omit<StageDefinition, 'members'> {
  readonly members: readonly WrittenMember[];
}

/** The stages of a node; reports ids that stand twice. */
export function writtenStages(
  { entry, path }: Pick<NodeOutline, 'entry' | 'path'>,
  context: Pick<Reporting, 'report'>,
): readonly WrittenStage[] {
  const ids = new Set<string>();
  return (entry.stages ?? []).map((stage, i) => {
    const place = [...path, 'stages', i];
    const { id } = stage;
    if (ids.has(id)) context.report('duplicate-name', [...place, 'id'], { what: 'stage', id });
    ids.add(id);
    return { ...stage, members: writtenMembers(stage, [...place, 'members'], context) };
  });
}

function writtenMembers(
  { members }: StageDefinition,
  path: Path,
  { report }: Pick<Reporting, 'report'>,
): readonly WrittenMember[] {
  if (!Array.isArray(members)) {
    return Object.entries(members).map(([id, own]) => ({ id, own, at: [...path, id], part: 'key' }));
  }
  return members.flatMap((id, i): readonly WrittenMember[] => {
    const at = [...path, i];
    if (members.indexOf(id) === i) return [{ id, at, part: 'value' }];
    report('duplicate-name', at, { what: 'member', id });
    return [];
  });
}
