import type { Layout, TableHead, TurnedLayout } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import type { FlavourName } from './names.js';

/** A source of tables: a form tool, our own form, or a person. */
export interface Flavour {
  readonly name: FlavourName;
  /** How the table is laid out, if its head bears the source's signature. */
  readonly recognise: (head: TableHead, names: NameIndex) => Layout | TurnedLayout | undefined;
  /** The same for a table that a person says is of this flavour, signature or not. */
  readonly layOut: (head: TableHead, names: NameIndex) => Layout | TurnedLayout;
}
