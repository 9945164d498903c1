import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { MapDefinition } from '../../generated/definitions.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Target } from './targets.js';

/** The part of a map that is about the columns and values of returned files, and where it stands. */
export interface ColumnsMap {
  readonly definition: Pick<MapDefinition, 'columns' | 'values' | 'constants' | 'ignore'>;
  readonly place: (path: Path) => Place;
}

/** What a person has said of the columns and values of returned files. */
export interface ReturnsMap {
  /** By heading. */
  readonly columns: ReadonlyMap<string, Target>;
  readonly ignored: ReadonlySet<string>;
  /** By the name of a column of ours: from a folded cell to what it stands for. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly constants: readonly Constant[];
}

/** What holds for every row. */
export interface Constant {
  readonly target: Target;
  readonly name: string;
  readonly cell: string;
  readonly place: Place;
}

export const noMap: ReturnsMap = { columns: new Map(), ignored: new Set(), values: new Map(), constants: [] };

/** Reads a map by the columns that the questionnaire has; an id that is none of them is an error. */
export function returnsMap(
  { definition, place }: ColumnsMap,
  targets: ReadonlyMap<string, Target>,
): { readonly map: ReturnsMap; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const target = (name: string, path: Path): Target | undefined => {
    const found = targets.get(name);
    if (found === undefined) {
      const suggestion = suggest(name, [...targets.keys()]);
      findings.push(finding('map-unknown-column', place(path), { name, suggestion }));
    }
    return found;
  };
  const columns = new Map<string, Target>();
  for (const [heading, name] of Object.entries(definition.columns ?? {})) {
    const found = target(name, ['columns', heading]);
    if (found !== undefined) columns.set(headingKey(heading), found);
  }
  const values = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, cells] of Object.entries(definition.values ?? {})) {
    if (target(name, ['values', name]) === undefined) continue;
    values.set(name, new Map(Object.entries(cells).map(([cell, value]) => [fold(cell), String(value)])));
  }
  const constants: Constant[] = [];
  for (const [name, value] of Object.entries(definition.constants ?? {})) {
    const path = ['constants', name];
    const found = target(name, path);
    if (found !== undefined) constants.push({ target: found, name, cell: String(value), place: place(path) });
  }
  return {
    map: { columns, ignored: new Set((definition.ignore ?? []).map(headingKey)), values, constants },
    findings,
  };
}

/** A heading as maps compare it: without outer spaces, inner ones and line ends as one. */
export function headingKey(heading: string): string {
  return heading.trim().replace(/\s+/g, ' ');
}
