import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licences of the packages whose code is in the bundle, read off the bundler's own account of its inputs. */
export async function notices(root, metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(input);
    if (found) packages.add(found[1]);
  }
  const parts = await Promise.all([...packages].sort().map((folder) => notice(join(root, folder))));
  return `Milepost contains code of the following packages.\n\n${parts.join('\n')}`;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text =
    file === undefined ? `(licence: ${license})` : (await readFile(join(folder, file), 'utf8')).trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n')}\n`;
}
