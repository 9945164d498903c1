import { finding, isError } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { ProfileField } from '../../questionnaire/questionnaire.js';
import { profileReader, readProfileValue } from '../reading/read-profile.js';
import { levelsOf, levelTargets } from './level-targets.js';
import { levelKey } from './move.js';
import type { FieldMove, FieldStep } from './plan.js';
import { decidedBy, type StepContext } from './question-step.js';

/** What becomes of the values of one profile field. */
export function fieldStep(from: ProfileField, context: StepContext): FieldStep {
  const { old, next, map, routes, findings } = context;
  const route = routes.route(from.id);
  if (route.kind === 'drop') {
    return { kind: 'drop', how: 'drop', from, ...decidedBy(context, route.path, from) };
  }
  const target = route.kind === 'to' ? routes.next.byId.get(route.id) : undefined;
  if (route.kind !== 'to' || target === undefined) return removed(from, context);
  const path = route.path;
  const differ = (toType: string) => {
    const place = map === undefined || path === undefined ? undefined : map.place(path);
    const args = { from: from.id, fromType: from.type, to: route.id, toType };
    const at = place ?? (target.kind === 'field' ? next.place(target.field.origin) : old.place(from.origin));
    findings.push(finding('map-types-differ', at, args));
  };
  if (target.kind !== 'field') {
    differ(target.question.type);
    return removed(from, context);
  }
  const to = target.field;
  // Nothing personal is kept of a response.
  if (to.personal) return { kind: 'drop', how: 'personal', from, place: next.place(to.origin) };
  const levels = routes.decisions.levels.get(to.id);
  if (map !== undefined && levels !== undefined) {
    const known = levelsOf({ kind: 'field', field: from });
    const decided = decidedBy(context, levels.path, to, next);
    if (known === undefined || levelsOf(target) === undefined) {
      const args = { id: to.id, from: from.type, to: to.type };
      findings.push(finding('map-no-levels', map.place(levels.path, 'key'), args));
      return { kind: 'move', how: 'levels', from, to, move: whereRead(to), ...decided };
    }
    const targets = levelTargets(levels, to.id, known, target, map.place, findings);
    const move: FieldMove = (value) => {
      const now = targets.get(levelKey(value)) ?? { kind: 'again', because: 'unmapped' };
      if (now.kind === 'again') return now;
      if (now.kind !== 'value' || typeof now.value === 'boolean') return notValid;
      return now.value === value ? { kind: 'same' } : { kind: 'value', value: now.value };
    };
    return { kind: 'move', how: 'levels', from, to, move, ...decided };
  }
  if (from.type !== to.type && from.type !== 'text' && to.type !== 'text') differ(to.type);
  if (from.type === 'choice' && to.type === 'text') differ(to.type);
  const decided = decidedBy(context, path, to, next);
  return { kind: 'move', how: 'same', from, to, move: whereRead(to), ...decided };
}

const notValid = { kind: 'again', because: 'not_valid' } as const;

/** A value is what the new field reads it as. */
function whereRead(to: ProfileField): FieldMove {
  const reader = profileReader(to);
  return (value) => {
    const read = readProfileValue(reader, value, { place: { file: '' }, name: to.id });
    if (read === undefined || typeof read === 'object') return notValid;
    return read === value ? { kind: 'same' } : { kind: 'value', value: read };
  };
}

/** What the new version's profile needs and no old field gives; and units that would be lost. */
export function checkFields({ old, next, map, routes, findings }: StepContext): void {
  // A field whose new name is still to be decided, or is wrong, may well be the one that is missed.
  const blank = Object.entries(map?.definition.rename ?? {}).some(
    ([id, to]) => to === null && routes.old.byId.get(id)?.kind === 'field',
  );
  if (blank || findings.some(isError)) return;
  const free = next.questionnaire.profile.filter(({ id, personal }) => !personal && !routes.sourceOf.has(id));
  const freeUnits = free.filter(({ unit }) => unit);
  const lost = old.questionnaire.profile.filter(({ id, unit }) => unit && routes.decisions.drop.has(id));
  if (freeUnits.length > 0 && lost.length > 0 && map !== undefined) {
    for (const { id } of lost) {
      const path = routes.decisions.drop.get(id)?.path ?? [];
      const args = { id, free: freeUnits.map((field) => field.id) };
      findings.push(finding('map-unit-field-lost', map.place(path), args));
    }
    return;
  }
  for (const { id, required, unit, origin } of free) {
    if (required) findings.push(finding('migrate-field-without-source', next.place(origin), { id }));
    else if (unit) findings.push(finding('migrate-unit-none', next.place(origin), { id }));
  }
}

function removed(from: ProfileField, { old, next, routes }: StepContext): FieldStep {
  const free = next.questionnaire.profile.map(({ id }) => id).filter((id) => !routes.sourceOf.has(id));
  const suggestion = suggest(from.id, free);
  return {
    kind: 'removed',
    how: 'removed',
    from,
    place: old.place(from.origin),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
