import type { Unit } from '../../../compare/comparison.js';
import type { Gathered, Gathering } from '../../../compare/gatherer.js';
import type { Grouping } from '../../../compare/grouping/group.js';
import type { Key } from '../../../compare/grouping/key.js';
import type { MayShow } from '../../../compare/small-groups.js';
import type { Hidden } from '../../../compare/suppression/hidden.js';
import type { MigrationPlan } from '../../../response/migrate/plan.js';
import type { Plan } from '../../../rubric/plan.js';
import type { PlacedTable } from './placed-table.js';
import type { WaveSteps } from './wave-steps.js';
import type { WideLayout } from './wide-table.js';

/** What is asked of tables beside that of scores. */
export interface TableSettings {
  /** What rows stand for, one within the other. */
  readonly keys: readonly Key[];
  readonly layout: 'wide' | 'long';
  readonly rank: boolean;
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
  readonly steps: WaveSteps;
  /** The profile field that says who speaks. */
  readonly roles: string | undefined;
  /** The figures that must not be shown. Those of comparisons are taken out already. */
  readonly hidden: Hidden;
  /** The rule about small groups for what somebody wrote. */
  readonly mayShow: MayShow;
  /** Whether for release: then nothing that anybody wrote is told. */
  readonly forRelease: boolean;
}

/** The waves that share a questionnaire and rubrics, and what was gathered of them. */
export interface WaveGroup {
  readonly plans: readonly Plan[];
  readonly gathered: Gathered;
  /** What rows stand for, in the words of its questionnaire. */
  readonly grouping: Grouping;
  /** What carries its answers to the current version; none where it is that. */
  readonly toCurrent: ToCurrentVersion | undefined;
}

export interface ToCurrentVersion {
  readonly plan: MigrationPlan;
  /** What the current version calls a dimension, theme or index. */
  readonly nameNow: (id: string) => string;
}

/** The same, as it may be shown. */
export interface ShownGroup extends WaveGroup {
  /** For each of its comparisons the rows of the table of scores. */
  readonly rows: readonly (readonly Unit[])[];
}

/** A table that `compare` can make beside that of scores. */
export interface ComparisonTable {
  /** What it tells, for people. */
  readonly describe: string;
  /** What must be gathered for it besides scores. */
  readonly needs: readonly Gathering[];
  /** Why its rows are units and responses alone, after its name; none where they can be groups of these, and all there are, too. */
  readonly onlyUnits?: string;
  /** The columns that its rows can be sorted by, beside the names of whose they are. */
  readonly sortedBy: readonly string[];
  /** How it lies with one row a unit; none where that would say nothing. */
  readonly wide?: WideLayout;
  /** The current version's group comes last. */
  readonly make: (groups: readonly ShownGroup[], settings: TableSettings) => PlacedTable;
}
