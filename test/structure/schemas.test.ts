import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../schemas/', import.meta.url);
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, schema: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));

test.each(schemas)('$name is a schema of draft 2020-12 with an id of its own', ({ name, schema }) => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: expect.stringMatching(new RegExp(`/${name.replaceAll('.', '\\.')}$`)),
    title: expect.any(String),
    description: expect.any(String),
  });
});

test('definitions of one name are the same in all schemas', () => {
  const known = new Map<string, { name: string; body: unknown }>();
  for (const { name, schema } of schemas) {
    for (const [id, body] of Object.entries(member(schema, '$defs') ?? {})) {
      const first = known.get(id);
      if (first === undefined) known.set(id, { name, body });
      else expect(body, `$defs/${id} of ${name}, beside that of ${first.name}`).toEqual(first.body);
    }
  }
  expect(known.size).toBeGreaterThan(0);
});

test.each(schemas)('every property of $name has a title and a description', ({ schema }) => {
  const bare = properties(schema, '#').flatMap(({ pointer, property }) => {
    const missing = ['title', 'description'].filter((key) => !isText(property[key]));
    return missing.length === 0 ? [] : [`${pointer} has no ${missing.join(' and no ')}`];
  });
  expect(bare).toEqual([]);
});

test.each(schemas)('every reference of $name leads somewhere', ({ schema }) => {
  const dangling: string[] = [];
  const walk = (value: unknown): void => {
    if (!isObject(value)) return;
    const { $ref } = value;
    if (typeof $ref === 'string' && !leads(schema, $ref)) dangling.push($ref);
    Object.values(value).forEach(walk);
  };
  walk(schema);
  expect(dangling).toEqual([]);
});

/** Properties that are described to an author: a condition only looks at what is described elsewhere. */
function properties(
  value: unknown,
  pointer: string,
): readonly { readonly pointer: string; readonly property: Record<string, unknown> }[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = `${pointer}/${key}`;
    if (!Array.isArray(value) && ['if', 'then', 'else', 'not', 'const', 'default', 'examples'].includes(key))
      return [];
    if (key !== 'properties' || Array.isArray(value) || !isObject(child)) return properties(child, below);
    return Object.entries(child).flatMap(([name, property]) => [
      ...(isObject(property) ? [{ pointer: `${below}/${name}`, property }] : []),
      ...properties(property, `${below}/${name}`),
    ]);
  });
}

function leads(schema: unknown, ref: string): boolean {
  let value = schema;
  for (const step of ref.split('/').slice(1))
    value = member(value, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return ref.startsWith('#') && value !== undefined;
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
