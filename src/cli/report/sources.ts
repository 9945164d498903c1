import { type Unit, unitKey } from '../../compare/comparison.js';
import type { Focus } from '../../compare/explain/focus.js';
import { nextUnitBand } from '../../compare/explain/next-band.js';
import type { OtherTableName } from '../../export/comparison/tables/names.js';
import { otherTables } from '../../export/comparison/tables/registry.js';
import { type RecordedTable, recorded } from '../../export/report/source/records.js';
import type { OwnPage, ReportSource } from '../../export/report/source/source.js';
import type { Theme } from '../../export/report/theme/theme.js';
import type { GatheredComparison, GatheredGroup } from '../compare/gather-comparison.js';
import type { CompareOptions } from '../compare/options.js';
import { tableSettings } from '../compare/tables/make-tables.js';
import { notesByUnit } from './notes-by-unit.js';
import type { ReportOptions } from './options.js';
import { groupOf, type OwnTarget, ownUnits } from './own-units.js';
import { unnamedProvenance } from './unnamed-provenance.js';

/** Which pages are asked for, and how they look. */
export interface PagesWanted {
  readonly options: ReportOptions;
  /** The same as `compare` is asked for it. */
  readonly asked: CompareOptions;
  readonly theme: Theme;
  /** The units that `--unit` names. */
  readonly target: OwnTarget;
  /** The responses of units whose own pages are asked for; none where nothing of single ones may be told. */
  readonly responses: Focus | undefined;
}

/** What pages are made of: one of all units, or one for each of those asked for. */
export function reportSources(gathered: GatheredComparison, wanted: PagesWanted): readonly ReportSource[] {
  const { options, responses } = wanted;
  const whole = wholeSource(gathered, wanted);
  if (whole === undefined) return [];
  const { source, group } = whole;
  const provenance = options.namePeers ? source.provenance : unnamedProvenance(source.provenance);
  const kept: Kept | undefined = responses && {
    find: responses.find,
    notesOf: options.withNotes
      ? notesByUnit(responses.responses, source.wave, source.plan.questionnaire)
      : () => [],
  };
  const own = (unit: Unit): ReportSource => ({
    ...source,
    provenance,
    own: ownPage(unit, source, group, kept, options),
  });
  if (options.each !== undefined) {
    const { each } = options;
    return source.comparison.units
      .filter(({ level, wave }) => level === each && wave === source.wave)
      .map(own);
  }
  if (options.unit.length === 0) return [source];
  return ownUnits(source.comparison, { ...wanted.target, wave: source.wave }, options).map(own);
}

/** Options that `compare` is asked for without being told so. */
const ownOptions: readonly string[] = ['--layout', '--columns', '--depth', '--open'];

function wholeSource(
  gathered: GatheredComparison,
  { options, asked, theme }: PagesWanted,
): { readonly source: ReportSource; readonly group: GatheredGroup } | undefined {
  const { groups, showings, questionnaire, waves, kept, provenance, counted } = gathered;
  const wave = waves.at(-1) ?? '';
  const group = groupOf(groups, wave);
  if (group === undefined) return undefined;
  const at = groups.indexOf(group);
  const [showing, comparison] = [showings[at], kept.groups[at]?.gathered.comparisons[0]];
  if (showing === undefined || comparison === undefined) return undefined;
  const settings = tableSettings(showings, { ...asked, ...kept, waves });
  // Practices that are not told in what is released are counted there.
  const settingsOf = (name: OtherTableName) =>
    name === 'exchange' ? { ...settings, forRelease: false } : settings;
  const made = new Map<OtherTableName, RecordedTable>();
  const table = (name: OtherTableName): RecordedTable => {
    const known = made.get(name) ?? recorded(otherTables[name].make(kept.groups, settingsOf(name)));
    made.set(name, known);
    return known;
  };
  const source = {
    questionnaire,
    wave,
    showing,
    plan: comparison.plan,
    comparison,
    registered: group.shape.grouping.registered,
    groups,
    settings,
    table,
    peers: group.shape.peers,
    rank: group.shape.rank,
    withheldOf: kept.notesOf,
    forRelease: options.publish,
    counted,
    provenance: {
      ...provenance,
      options: provenance.options.filter(({ option }) => !ownOptions.includes(option)),
    },
    theme,
  };
  return { source, group };
}

/** What is told of single responses. */
interface Kept extends Pick<Focus, 'find'> {
  readonly notesOf: ReturnType<typeof notesByUnit>;
}

/** What of a unit's answers may be told on its own page; nothing in what is released. */
function ownPage(
  unit: Unit,
  { comparison, plan, settings }: ReportSource,
  { gathered }: GatheredGroup,
  kept: Kept | undefined,
  { namePeers, withNotes }: ReportOptions,
): OwnPage {
  const told = settings.mayShow(unit.people) ? kept : undefined;
  // Of what is withheld below it, it is made all the same.
  const exact = gathered.comparisons[0]?.units.find((each) => unitKey(each) === unitKey(unit)) ?? unit;
  return {
    unit: comparison.units.find((each) => unitKey(each) === unitKey(unit)) ?? unit,
    namePeers,
    nextBand: told && ((figure) => nextUnitBand(plan, exact, figure, told)),
    notes: withNotes ? (told?.notesOf(unit.path) ?? []) : undefined,
  };
}
