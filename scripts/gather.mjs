import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

/**
 * An esbuild plugin that puts a module and all that it imports into few files. Of code that several entries share, esbuild makes
 * a file for each set of entries, fifty for a check, and opening them takes longer than reading them. So every entry that takes
 * most of it, or is loaded by one that does, takes all of it. `metafile` is that of the same build without this plugin.
 */
export function gathered(module, metafile, root) {
  const takers = takersOf(module, metafile);
  return {
    name: 'gathered',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!takers.has(relative(root, path).replaceAll('\\', '/'))) return undefined;
        const text = await readFile(path, 'utf8');
        return { contents: `${text}\nimport ${JSON.stringify(resolve(root, module))};`, loader: 'ts' };
      });
    },
  };
}

function takersOf(module, { inputs, outputs }) {
  const whole = closure(module, inputs);
  const size = (paths) => paths.reduce((sum, path) => sum + inputs[path].bytes, 0);
  const takesMost = (entry) => {
    const common = [...closure(entry, inputs)].filter((path) => whole.has(path));
    return size(common) > size([...whole]) / 2;
  };
  const entries = Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const takers = new Set([module, ...entries.filter(takesMost)]);
  for (const taker of takers) {
    for (const path of closure(taker, inputs)) {
      for (const loaded of importsOf(inputs[path], { dynamic: true })) takers.add(loaded);
    }
  }
  takers.delete(module);
  return takers;
}

/** A module and all that it imports, however indirectly, but for what it loads only when it needs it. */
function closure(module, inputs) {
  const found = new Set([module]);
  for (const path of found) {
    for (const imported of importsOf(inputs[path], { dynamic: false })) found.add(imported);
  }
  return found;
}

function importsOf({ imports }, { dynamic }) {
  return imports
    .filter(({ kind, external }) => !external && (kind === 'dynamic-import') === dynamic)
    .map(({ path }) => path);
}
