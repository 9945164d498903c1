/** The folder of the package that this program is part of, from the bundle in `dist/` as from the sources. */
export function packageFolder(): URL {
  const own = new URL(import.meta.url);
  const at = Math.max(own.pathname.lastIndexOf('/dist/'), own.pathname.lastIndexOf('/src/'));
  own.pathname = own.pathname.slice(0, at + 1);
  return own;
}
