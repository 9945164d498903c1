import { unitKey } from '../../../compare/comparison.js';
import { mayBeOfficial } from '../../../compare/suppression/earlier/may-be-official.js';
import { ambitionPlaces, readAmbition } from '../../../compare/suppression/earlier/read/ambition.js';
import { textAt } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { earlierPlaces } from '../../../compare/suppression/earlier/read/earlier-place.js';
import {
  readAgreement,
  readAlpha,
  readRoles,
  readTalk,
} from '../../../compare/suppression/earlier/read/ratings.js';
import type { ToldReading } from '../../../compare/suppression/earlier/read/told-reading.js';
import type { ToldRow } from '../../../compare/suppression/earlier/told-row.js';
import type { UnitPlace } from '../../../compare/unit-places.js';
import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import { type Questionnaire, unitFields } from '../../../questionnaire/questionnaire.js';
import { UsageError } from '../../usage-error.js';
import { groupingThen } from './grouping-then.js';
import type { PublishedGroup } from './published-tables.js';
import type { Published } from './read-published.js';
import { rowsNow } from './rows-now.js';
import { holding, holds, ofRatings, rowsOf } from './tables-then.js';

/** What tables given out before told beside scores in a group of waves, and what would be told now. */
export function publishedOthers(published: readonly Published[], group: PublishedGroup): readonly ToldRow[] {
  const { gathered, plans, questionnaire } = group;
  const [plan] = plans;
  const ofUnits = holding(published, ofRatings).flatMap((table, at) => {
    const units = (gathered.ratingsBefore[at] ?? []).filter(isThen(table, ofRatings, group));
    const reading = readingOf(table, group);
    const found = {
      agreement: () => readAgreement(reading('agreement'), units),
      // Where a table says of every question how far its ratings lie apart, who chose what is known with that.
      talk: () => (holds(table, 'agreement') ? [] : readTalk(reading('talk'), units)),
      alpha: () => readAlpha(reading('alpha'), units),
      roles: () => readRoles(reading('roles'), units, roleNames(table, questionnaire)),
    };
    return ofRatings.flatMap((name) =>
      holds(table, name) ? [...found[name](), ...gone(reading(name), units, kindsOf[name])] : [],
    );
  });
  const ofTargets = holding(published, ['ambition']).flatMap((table, at) => {
    const reading = readingOf(table, group)('ambition');
    const units = (gathered.ambitionBefore[at] ?? []).filter(isThen(table, ['ambition'], group));
    const placed = { ...reading, placeOf: ambitionPlaces(reading.placeOf) };
    return plan === undefined
      ? []
      : [...readAmbition(placed, units, plan), ...gone(placed, units, 'targets')];
  });
  return [...ofUnits, ...ofTargets];
}

const kindsOf = { agreement: 'ratings', talk: 'ratings', alpha: 'alpha', roles: 'roles' } as const;

/** What was told of units that are not there any more. */
function gone(
  { document, rows, placeOf }: ToldReading,
  units: readonly Placed[],
  kind: ToldRow['kind'],
): readonly ToldRow[] {
  const there = new Set(units.map(({ place }) => unitKey(place)));
  const waves = new Set(units.map(({ place }) => place.wave));
  return rows.flatMap((row): readonly ToldRow[] => {
    const whose = placeOf(row);
    if (whose === undefined || !waves.has(whose.wave) || there.has(unitKey(whose))) return [];
    const none = { before: undefined, now: 0, isShown: true, isSame: false, people: 0 };
    return [{ document, kind, whose, about: [], ...none }];
  });
}

interface Placed {
  readonly place: UnitPlace;
}

/** The profile field by which roles are told apart, now or in a table given out before. */
export function rolesThen(
  published: readonly Published[],
  { profile }: Pick<Questionnaire, 'profile'>,
  now: string | undefined,
): string | undefined {
  let found = now;
  for (const { file, document } of holding(published, ['roles'])) {
    const then = document.options.get('--roles');
    if (then === undefined || then === found) continue;
    if (found !== undefined || !profile.some(({ id }) => id === then)) {
      throw new UsageError(
        `--published ${file}: its table of roles is made with --roles ${then}, and a new one is not`,
        `Who speaks in which role must be known as it was then: give --roles ${then}.`,
      );
    }
    found = then;
  }
  return found;
}

function roleNames(
  { document: { options } }: Published,
  { profile }: Pick<Questionnaire, 'profile'>,
): (role: string) => string {
  const field = profile.find(({ id }) => id === options.get('--roles'));
  const labels = new Map(field?.type === 'choice' ? field.options.map(({ id, label }) => [id, label]) : []);
  return (role) => labels.get(role) ?? role;
}

/** How the tables of a document are to be read in a group of waves. */
function readingOf(table: Published, group: PublishedGroup): (name: ComparisonTableName) => ToldReading {
  const { questionnaire, gathered } = group;
  const [comparison] = gathered.comparisons;
  const waves = comparison?.waves ?? [];
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const placeThen = earlierPlaces(groupingThen(table, group).keys, fields);
  return (name) => ({
    document: table.file,
    rows: rowsNow(rowsOf(table, name), table, group),
    placeOf: (row) => {
      const place = placeThen(row);
      return place?.wave === '' && !waves.includes('') ? { ...place, wave: onlyWave(table, waves) } : place;
    },
    mayBeOfficial: comparison === undefined ? () => false : mayBeOfficial(comparison),
    minGroup: table.document.minGroup,
  });
}

/** Whether something is of a wave that a document is of. */
function isThen(
  table: Published,
  names: readonly ComparisonTableName[],
  { gathered }: PublishedGroup,
): (one: Placed) => boolean {
  const now = gathered.comparisons[0]?.waves ?? [];
  if (now.includes('')) return () => true;
  const said = names.flatMap((name) => rowsOf(table, name)).map((row) => textAt(row, 'wave'));
  const then = new Set(table.document.waves ?? said.map((wave) => wave ?? onlyWave(table, now)));
  return ({ place }) => then.has(place.wave);
}

/** Of which wave a row is that does not say it. */
function onlyWave({ file }: Published, waves: readonly string[]): string {
  const [only = '', ...others] = waves;
  if (others.length === 0) return only;
  throw new UsageError(
    `--published ${file}: it does not say of which wave it is, and there are ${waves.join(', ')}`,
    'Write into its `provenance` which it was, as in `"waves": ["2025"]`. A table that is written as JSON now says it.',
  );
}
