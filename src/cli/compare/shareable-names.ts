import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { WhatToRead } from '../project/what-to-read.js';
import { stdinName } from '../returns/inputs.js';

/**
 * How files are named in what is given away: from the config's folder, where there is one, so that it is the same wherever it is
 * made, or else from the working directory. A path from the root of a disk that leads elsewhere is its last part alone: folders
 * on somebody's disk are nobody else's business.
 */
export function shareableNames(project: WhatToRead['project'], cwd: string): (file: string) => string {
  const base = project === undefined ? cwd : dirname(resolve(cwd, project.file));
  return (file) => {
    if (file === stdinName) return file;
    const within = relative(base, resolve(cwd, file));
    const climbs = within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within);
    if (!climbs) return within.replaceAll(sep, '/');
    return isAbsolute(file) ? basename(file) : file.replaceAll(sep, '/');
  };
}
