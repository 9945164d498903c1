// Packages whose fault is mended where they are bundled, and where tests load them, until they mend it themselves.
import { readFile } from 'node:fs/promises';

const sheetJs = /@e965[\\/]xlsx[\\/]xlsx\.mjs$/;
const endless = 'while(target != blob.l) {';
const bounded = 'while(blob.l < target) {';

/** In a damaged xls file a formula can end behind its record: the library would look for its end for ever. */
function mended(code) {
  const parts = code.split(endless);
  if (parts.length !== 2)
    throw new Error('@e965/xlsx is another than the one that is mended here: look at parse_Rgce');
  return parts.join(bounded);
}

/** For esbuild. */
export const mendedPackages = {
  name: 'mended packages',
  setup: ({ onLoad }) => {
    onLoad({ filter: sheetJs }, async ({ path }) => ({ contents: mended(await readFile(path, 'utf8')) }));
  },
};

/** For vitest, which must take the package in for it: `server.deps.inline`. */
export const mendedInTests = {
  name: 'mended-packages',
  transform: (code, id) => (sheetJs.test(id.split('?')[0]) ? { code: mended(code), map: null } : undefined),
};
