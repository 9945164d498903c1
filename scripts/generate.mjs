// Makes src/generated from schemas/: TypeScript types of the definition files, their validators compiled ahead of time,
// and the words of the schemas that findings need.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = new URL('../', import.meta.url);
const out = new URL('src/generated/', root);
const kinds = ['questionnaire', 'fragment', 'rubric', 'response', 'map', 'config', 'theme'];
/** Responses are checked against the schema of their own questionnaire instead. */
const validated = kinds.filter((kind) => kind !== 'response');

const schemas = Object.fromEntries(
  await Promise.all(
    kinds.map(async (kind) => [
      kind,
      JSON.parse(await readFile(new URL(`schemas/${kind}.schema.json`, root), 'utf8')),
    ]),
  ),
);

/** What the types of a kind are named after; a questionnaire has themes of its own, which are no files. */
const nameOf = (kind) =>
  Object.values(schemas).some(({ $defs = {} }) => kind in $defs) ? `${kind}_file` : kind;

await rm(out, { recursive: true, force: true });
await mkdir(new URL('validators/', out), { recursive: true });
await writeFile(new URL('definitions.ts', out), await types());
await writeFile(new URL('vocabulary.ts', out), vocabulary());
await writeFile(new URL('validators/all.js', out), validators());
for (const kind of validated) {
  await writeFile(new URL(`validators/${kind}.js`, out), `export { ${kind} as default } from './all.js';\n`);
  await writeFile(new URL(`validators/${kind}.d.ts`, out), validatorTypes(kind));
}

async function types() {
  const $defs = {};
  for (const kind of kinds) {
    const { $defs: shared = {}, $schema: _, $id: __, ...body } = schemas[kind];
    for (const [name, schema] of Object.entries(shared)) $defs[name] = named(schema, name);
    $defs[`${kind}_file`] = named(body, nameOf(kind));
  }
  const merged = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys($defs).map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs,
  };
  return compile(merged, 'DefinitionFiles', {
    additionalProperties: false,
    bannerComment: '// Generated from schemas/ by scripts/generate.mjs.',
    cwd: fileURLToPath(root),
  });
}

function named(schema, name) {
  return { ...shape(schema), title: `${name} definition` };
}

/** A schema as its shape alone: conditions only narrow it, and are left to the validator. */
function shape(schema) {
  if (Array.isArray(schema)) return schema.map(shape);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) return { $ref: schema.$ref };
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (['title', 'allOf', 'if', 'then', 'else', 'not', 'propertyNames', 'default'].includes(key)) continue;
    if (key === 'minItems' && schema.maxItems === undefined) continue;
    result[key] =
      key === 'properties'
        ? Object.fromEntries(Object.entries(value).map(([name, property]) => [name, shape(property)]))
        : shape(value);
  }
  // An index signature must admit the named properties beside it.
  const { properties, additionalProperties } = result;
  if (properties && typeof additionalProperties === 'object' && !Array.isArray(result.type)) {
    result.additionalProperties = {
      anyOf: [additionalProperties, ...Object.values(properties), { tsType: 'undefined' }],
    };
  }
  return result;
}

/** The validators of all kinds in one module: what several kinds have in common stands there, and is loaded, once. */
function validators() {
  const $defs = {};
  for (const kind of validated) {
    const { $defs: shared = {}, $schema: _, $id: __, ...body } = bare(schemas[kind]);
    for (const [name, schema] of Object.entries(shared)) {
      if ($defs[name] !== undefined && !isDeepStrictEqual($defs[name], schema)) {
        throw new Error(
          `schemas/${kind}.schema.json has a $def ${name} of its own; another schema has it otherwise.`,
        );
      }
      $defs[name] = schema;
    }
    $defs[`${kind}_file`] = body;
  }
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    validateFormats: false,
    inlineRefs: false,
    messages: false,
    schemas: [{ $id: 'definitions', $defs }],
    code: { source: true, esm: true, optimize: true },
  });
  const code = standalone(
    ajv,
    Object.fromEntries(validated.map((kind) => [kind, `definitions#/$defs/${kind}_file`])),
  );
  // Nobody reads where in the schema an error comes from, and it makes up an eighth of the code.
  return code.replaceAll(/schemaPath:"[^"]*",/g, '');
}

/** A schema without its prose, which validation does not need. */
function bare(schema, isMap = false) {
  if (Array.isArray(schema)) return schema.map((item) => bare(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => isMap || !['title', 'description', 'default'].includes(key))
      .map(([key, value]) => [key, bare(value, !isMap && ['properties', '$defs'].includes(key))]),
  );
}

function validatorTypes(kind) {
  const words = nameOf(kind).split('_');
  const type = `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Definition`;
  return `import type { ErrorObject } from 'ajv';
import type { ${type} } from '../definitions.js';
declare const validate: { (data: unknown): data is ${type}; errors?: ErrorObject[] | null };
export default validate;
`;
}

/**
 * What findings need of the schemas, so that the schemas need not be loaded: the keys of each object by its way through
 * the document, and patterns in words. `shapes` holds the parts of all schemas, each once, referring to others by place.
 */
function vocabulary() {
  const shapes = [];
  const roots = {};
  const forms = {};
  for (const kind of kinds) {
    const known = new Map();
    const add = (schema) => {
      const target = schema.$ref ? schemas[kind].$defs[schema.$ref.slice('#/$defs/'.length)] : schema;
      if (known.has(target)) return known.get(target);
      const { properties, additionalProperties: rest, items, pattern, description } = target;
      if (pattern && description) forms[pattern] ??= form(target);
      const at = shapes.length;
      known.set(target, at);
      const part = {};
      shapes.push(part);
      if (properties) {
        part.keys = Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [
            key,
            typeof value === 'object' ? add(value) : -1,
          ]),
        );
      }
      if (typeof rest === 'object') part.values = add(rest);
      if (typeof items === 'object') part.items = add(items);
      return at;
    };
    roots[kind] = add(schemas[kind]);
    for (const schema of Object.values(schemas[kind].$defs ?? {})) add(schema);
  }
  return `/** A part of a schema: its keys, what its other keys hold, what its members are; each by its place among all shapes. */
export interface Shape {
  readonly keys?: Readonly<Record<string, number>>;
  readonly values?: number;
  readonly items?: number;
}
export const shapes: readonly Shape[] = ${JSON.stringify(shapes)};
export const roots: Readonly<Record<string, number>> = ${JSON.stringify(roots)};
export const forms: Readonly<Record<string, string>> = ${JSON.stringify(forms)};
`;
}

function form({ description }) {
  const text = description.replace(/\.$/, '');
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
