import { type Comparison, everyUnit, type Unit } from '../../../compare/comparison.js';
import type { PeerChoice } from '../../../compare/peers/peers.js';
import type { RankOptions } from '../../../compare/ranking/places.js';
import type { RegisteredUnit } from '../../../compare/registered-unit.js';
import type { CellPlace } from '../../../compare/suppression/reader/table-cells.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import type { NextBand } from '../../../rubric/next-band/next-band-tree.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Showing } from '../../comparison/shown.js';
import type { TableSettings, WaveGroup } from '../../comparison/tables/comparison-table.js';
import type { OtherTableName } from '../../comparison/tables/names.js';
import type { Provenance } from '../../provenance/provenance.js';
import type { Quote } from '../model/report.js';
import type { Theme } from '../theme/theme.js';
import type { RecordedTable } from './records.js';

/** What reports are made of: what `compare` gathers, as it may be shown. */
export interface ReportSource {
  /** The current version. */
  readonly questionnaire: Questionnaire;
  /** The wave that is told of, the latest; empty where responses name none. */
  readonly wave: string;
  /** What is shown of the group of waves that it is in. */
  readonly showing: Showing;
  /** The rubric's plan by which that wave is scored. */
  readonly plan: Plan;
  readonly comparison: Comparison;
  /** Units that there should be. */
  readonly registered: readonly RegisteredUnit[];
  readonly groups: readonly WaveGroup[];
  readonly settings: TableSettings;
  /** A table as `compare` makes it. */
  readonly table: (name: OtherTableName) => RecordedTable;
  readonly peers: PeerChoice | undefined;
  readonly rank: RankOptions | undefined;
  /** What is said of withheld figures that are such, of which so many cells stand on the page; nothing where none is. */
  readonly withheldOf: (isSuch: (place: CellPlace) => boolean, cells: number) => readonly string[];
  readonly forRelease: boolean;
  /** How many responses the figures are made of, in all waves. */
  readonly counted: number;
  readonly provenance: Provenance;
  readonly theme: Theme;
  /** The unit whose own page it is. */
  readonly own?: OwnPage;
}

export interface OwnPage {
  readonly unit: Unit;
  /** Whether other units are named. */
  readonly namePeers: boolean;
  /** The nearest next band of a figure; none where answers may not be told of. */
  readonly nextBand: ((figure: string) => NextBand) | undefined;
  /** What was written beside answers; none unless it is asked for. */
  readonly notes: readonly Note[] | undefined;
}

/** What somebody wrote beside an answer. */
export interface Note extends Quote {
  /** The id of the question. */
  readonly question: string;
}

/** The rows of the wave that is told of. */
export function rowsNow({ showing, wave }: Pick<ReportSource, 'showing' | 'wave'>): readonly Unit[] {
  return showing.byRubric[0]?.rows.filter((row) => row.wave === wave && row.level !== everyUnit) ?? [];
}

/** The level of the units that are counted and compared: the outermost shown, or that of the unit whose page it is. */
export function levelOf({ own, showing }: Pick<ReportSource, 'own' | 'showing'>): string {
  return own?.unit.level ?? showing.keys[0]?.id ?? 'response';
}

/** The units that are counted and compared. */
export function unitsNow(source: Pick<ReportSource, 'showing' | 'wave' | 'own'>): readonly Unit[] {
  const level = levelOf(source);
  return rowsNow(source).filter((row) => row.level === level);
}
