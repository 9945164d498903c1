import { readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadForUse } from '../project/load-for-use.js';

/** The questionnaires of an id that lie in the same folder as a definition file; those that cannot be used are none. */
export function definitionsBeside(
  file: string,
  id: string,
  files: DiskFiles,
  { cwd }: Pick<Host, 'cwd'>,
): readonly Questionnaire[] {
  const folder = dirname(file);
  const line = new RegExp(`^id:\\s*["']?${id.replaceAll(/[^a-z0-9-]/g, '')}["']?\\s*(#.*)?$`, 'm');
  return namesIn(resolve(cwd, folder))
    .filter((name) => /\.ya?ml$/i.test(name))
    .map((name) => (sep === '/' ? join(folder, name) : join(folder, name).replaceAll(sep, '/')))
    .flatMap((path) => {
      const source = files.read(path);
      // Only what says that it has the id is worth loading.
      if ('finding' in source || !line.test(source.text) || /^kind:/m.test(source.text)) return [];
      const { questionnaire } = loadForUse(path, files);
      return questionnaire?.id === id ? [questionnaire] : [];
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
