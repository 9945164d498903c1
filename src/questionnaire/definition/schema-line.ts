import { type Kind, kinds } from './kinds.js';

/** The line that tells an editor which schema a file goes by: `# yaml-language-server: $schema=../rubric.schema.json`. */
export interface SchemaLine {
  /** A path from the file, or an address. */
  readonly schema: string;
  /** The kind of file that the schema is for, where it is one of ours. */
  readonly kind?: Kind;
  /** Where the schema's name begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const line = /^[ \t]*#[ \t]*yaml-language-server[ \t]*:[^\n\r]*?\$schema=([^\s]+)/m;

/** The first such line of a text; editors read no other. */
export function schemaLine(text: string): SchemaLine | undefined {
  const found = text.includes('yaml-language-server') ? line.exec(text) : null;
  if (found === null) return undefined;
  const [whole, schema = ''] = found;
  const end = found.index + whole.length;
  const name = /(?:^|[\\/])([a-z]+)\.schema\.json(?:[?#].*)?$/.exec(schema)?.[1];
  const kind = kinds.find((each) => each === name);
  return { schema, ...(kind === undefined ? {} : { kind }), start: end - schema.length, end };
}

/** The file that a schema's name means: a path, and not an address, nor what a package manager has yet to put there. */
export function schemaFile({ schema }: SchemaLine): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(schema) || /(^|[\\/])node_modules[\\/]/.test(schema)) return undefined;
  return schema.replace(/[?#].*$/, '');
}
