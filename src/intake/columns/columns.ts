import type { Finding } from '../../finding/finding.js';
import type { ProfileField, Question } from '../../questionnaire/questionnaire.js';
import type { RemarkKey } from '../../response/response.js';
import type { CellConventions } from './layout.js';
import type { Constant } from './returns-map.js';
import type { MetaColumn } from './targets.js';

/** What one column of a file was taken for, to be shown to a person. */
export interface ColumnReading {
  /** From 0. */
  readonly at: number;
  /** Its line, where headings stand one below the other. */
  readonly line?: number;
  readonly heading: string;
  /** What it is read as: the name of a column of ours; not at all, though it is known; or unknown. */
  readonly as:
    | { readonly kind: 'column'; readonly name: string }
    | { readonly kind: 'option'; readonly question: string; readonly option: string }
    | { readonly kind: 'other'; readonly question: string }
    | { readonly kind: 'unread' }
    | { readonly kind: 'unknown'; readonly suggestion: string | undefined };
}

/** What stands in which column of one table; columns count from 0. */
export interface Columns {
  /** What each column is called in findings. */
  readonly names: readonly string[];
  readonly meta: ReadonlyMap<MetaColumn, number>;
  /** Whether the time of completion was written by a form tool, and not by whoever filled in the rest. */
  readonly toolTime: boolean;
  readonly profile: readonly { readonly at: number; readonly field: ProfileField }[];
  readonly questions: readonly { readonly at: number; readonly question: Question }[];
  /** Questions with a column for each of their options. */
  readonly groups: readonly OptionGroup[];
  readonly remarks: readonly {
    readonly at: number;
    readonly question: Question;
    readonly remark: RemarkKey;
  }[];
  /** What was written beside a question's options, and beside which, by any of its texts; none for a comment. */
  readonly others: readonly {
    readonly at: number;
    readonly question: Question;
    readonly beside: readonly string[];
  }[];
  /** Not read: unknown, or dropped. */
  readonly unread: readonly number[];
  /** Unread and without a name: told only if something is in them. */
  readonly unnamed: readonly number[];
  /** Why every row is refused, where a column that each needs is not there. */
  readonly refusal: Finding | undefined;
  readonly cells: CellConventions;
  /** Whether texts that could be formulas stand behind an apostrophe: in files of text, not in workbooks. */
  readonly areProtected: boolean;
  /** How many cells a row has. */
  readonly width: number;
  /** What holds for every row, as cells behind its own. */
  readonly constants: readonly Pick<Constant, 'cell' | 'place'>[];
  /** What cells stand for, as a person has said: by the name of a column, from a folded text. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface OptionGroup {
  readonly question: Question;
  readonly parts: readonly OptionPart[];
}

/** The column of one option: `word` is what a cell would say that names it, its id or a word for a non-answer. */
export interface OptionPart {
  readonly at: number;
  readonly word: string;
}
