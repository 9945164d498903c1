import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { VersionMap } from '../../questionnaire/load-map.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { meansTheSame } from '../meaning/question-meaning.js';
import type { ResponseReader } from '../reading/read-response.js';
import type { Decided } from './decisions.js';
import { areAlike, levelsOf, levelTargets } from './level-targets.js';
import { allAgain, asItIs, byLevels, type Move, whereValid } from './move.js';
import type { How, QuestionStep, Version } from './plan.js';
import type { Routes } from './routes.js';

/** What a step of a migration is planned with. */
export interface StepContext {
  readonly old: Version;
  readonly next: Version;
  readonly map: VersionMap | undefined;
  readonly routes: Routes;
  readonly reader: ResponseReader;
  readonly findings: Finding[];
}

/** What becomes of the answers to one question. */
export function questionStep(from: Question, context: StepContext): QuestionStep {
  const { map, routes, reader, findings } = context;
  const route = routes.route(from.id);
  if (route.kind === 'drop') {
    return { kind: 'drop', how: 'drop', from, ...decidedBy(context, route.path, from) };
  }
  const target = route.kind === 'to' ? routes.next.byId.get(route.id) : undefined;
  if (route.kind !== 'to' || target === undefined) return removed(from, context);
  if (target.kind !== 'question') {
    // Only a rename leads from a question to a field.
    if (map !== undefined && route.path !== undefined) {
      const args = { from: from.id, fromType: from.type, to: route.id, toType: 'profile field' };
      findings.push(finding('map-types-differ', map.place(route.path), args));
    }
    return removed(from, context);
  }
  const to = target.question;
  const answers = reader.byId.get(to.id);
  if (answers === undefined) return removed(from, context);
  const step = (how: How, move: Move, decided: Decided<unknown> | undefined): QuestionStep => {
    const path = decided?.path ?? route.path;
    return { kind: 'move', how, from, to, move, ...decidedBy(context, path, to, context.next) };
  };

  const levels = routes.decisions.levels.get(to.id);
  if (map !== undefined && levels !== undefined) {
    const known = levelsOf({ kind: 'question', question: from });
    if (known === undefined || levelsOf(target) === undefined || !areAlike(from, to)) {
      const args = { id: to.id, from: from.type, to: to.type };
      findings.push(finding('map-no-levels', map.place(levels.path, 'key'), args));
      return step('changed', allAgain('changed'), levels);
    }
    const targets = levelTargets(levels, to.id, known, target, map.place, findings);
    return step('levels', byLevels(targets, answers), levels);
  }
  const changed = routes.decisions.changed.get(to.id);
  const differ = (path: NonNullable<typeof route.path>) => {
    const args = { from: from.id, fromType: from.type, to: to.id, toType: to.type };
    if (map !== undefined) findings.push(finding('map-types-differ', map.place(path), args));
  };
  if (changed?.value === 'ask_again') return step('ask_again', allAgain('decided'), changed);
  if (changed?.value === 'keep') {
    if (from.type !== to.type) differ(changed.path);
    return step('keep', whereValid(answers), changed);
  }
  if (route.path !== undefined && !areAlike(from, to)) differ(route.path);
  return meansTheSame(from, to)
    ? step('same', asItIs(answers), undefined)
    : step('changed', allAgain('changed'), undefined);
}

function removed(from: Question, context: StepContext): QuestionStep {
  const { old, next, routes } = context;
  const free = next.questionnaire.questions.filter(({ id }) => !routes.sourceOf.has(id));
  const suggestion =
    free.find((question) => meansTheSame(question, from))?.id ??
    suggest(
      from.id,
      free.map(({ id }) => id),
    );
  const place = old.place(from.origin);
  return {
    kind: 'removed',
    how: 'removed',
    from,
    place,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Where it is decided: at a path of the map, else where the version has it. */
export function decidedBy(
  { map, old }: StepContext,
  path: Decided<unknown>['path'] | undefined,
  { origin }: Pick<Question, 'origin'>,
  version: Version = old,
): Pick<QuestionStep, 'place' | 'line'> {
  if (map === undefined || path === undefined) return { place: version.place(origin) };
  const place = map.place(path, 'key');
  const line = place.range?.start.line;
  return { place, ...(line === undefined ? {} : { line }) };
}
