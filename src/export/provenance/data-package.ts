import type { Column, Table, TableCell } from '../tables/table.js';
import { jsonText } from '../text/json-text.js';
import type { Provenance } from './provenance.js';

/** A table, and the file that holds it as delimited text. */
export interface TableFile {
  readonly table: Table;
  /** Its name, without a folder: it stands beside the description. */
  readonly name: string;
  readonly format: 'csv' | 'tsv';
  readonly bytes: number;
  /** `sha256:` and hexadecimal digits. */
  readonly hash: string;
}

/** The description of tables as a Frictionless Data Package (version 1): what their columns hold, and where they come from. */
export function dataPackage(files: readonly TableFile[], provenance: Provenance): string {
  const { questionnaire, program, rubrics, inputs, options, small_groups, stamp } = provenance;
  const { licence, sources } = questionnaire;
  const [only, ...others] = files;
  return `${jsonText(
    {
      profile: 'tabular-data-package',
      name: `${questionnaire.id}-comparison`,
      title: others.length === 0 ? (only?.table.title ?? questionnaire.title) : questionnaire.title,
      version: questionnaire.version,
      ...(stamp === undefined ? {} : { created: stamp }),
      ...(licence === undefined ? {} : { licenses: [licenceOf(licence)] }),
      ...(sources.length === 0 ? {} : { sources: sources.map(sourceOf) }),
      resources: files.map((file) => resourceOf(file, inputs)),
      milepost: { program, questionnaire, rubrics, options, ...(small_groups && { small_groups }) },
    },
    2,
  )}\n`;
}

function resourceOf({ table, name, format, bytes, hash }: TableFile, inputs: Provenance['inputs']): object {
  return {
    profile: 'tabular-data-resource',
    name: resourceName(name),
    ...(table.title === undefined ? {} : { title: table.title }),
    path: name,
    format,
    mediatype: format === 'csv' ? 'text/csv' : 'text/tab-separated-values',
    encoding: 'utf-8',
    bytes,
    hash,
    dialect: {
      delimiter: format === 'csv' ? ',' : '\t',
      doubleQuote: true,
      lineTerminator: '\n',
      header: true,
    },
    ...(inputs.length === 0
      ? {}
      : {
          sources: inputs.map((input) => ({
            title: input.name,
            kind: input.kind,
            ...(input.digest === undefined ? {} : { hash: input.digest }),
            ...(input.rows === undefined ? {} : { rows: input.rows }),
          })),
        }),
    schema: {
      fields: table.columns.map((column, at) => fieldOf(column, table.rows, at)),
      missingValues: [''],
    },
  };
}

/** A field of a table schema, with its unit as a property of its own: the standard has none. */
function fieldOf({ key, title, kind, unit }: Column, rows: Table['rows'], at: number): object {
  const cells = rows.map((row) => row[at]);
  const isText = cells.some((cell) => cell?.kind === 'text');
  const range = cells.map(rangeOf).find((found) => found !== undefined);
  switch (kind) {
    case 'label':
    case 'text':
      return { name: key, title, type: 'string' };
    case 'count':
      // Ranks whose ties are marked are texts.
      return isText
        ? { name: key, title, type: 'string' }
        : { name: key, title, type: 'integer', unit: unit ?? 'count' };
    case 'share':
      return { name: key, title, type: 'number', unit: 'share', constraints: { minimum: 0, maximum: 1 } };
    case 'score':
      return {
        name: key,
        title,
        type: 'number',
        unit: unit ?? (range === undefined ? 'score' : `score from ${range.min} to ${range.max}`),
      };
  }
}

function rangeOf(cell: TableCell | undefined): { readonly min: number; readonly max: number } | undefined {
  return cell?.kind === 'number' ? cell.scale?.range : undefined;
}

const address = /https?:\/\/[^\s<>"')\]]+/;

/** A licence by its address, or by its name, such as CC-BY-4.0. */
function licenceOf(licence: string): object {
  const path = address.exec(licence)?.[0];
  return {
    ...(path === undefined ? { name: licence.trim().replace(/[^-a-zA-Z0-9._]+/g, '-') } : { path }),
    title: licence,
  };
}

function sourceOf(source: string): object {
  const path = address.exec(source)?.[0];
  return { title: source, ...(path === undefined ? {} : { path }) };
}

/** A file's name in the letters that names of resources have. */
function resourceName(file: string): string {
  const name = file
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^-a-z0-9._]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'table' : name;
}
