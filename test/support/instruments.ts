import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.js';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A definition that comes with the program. */
export interface Definition {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A definition that people are asked by. */
export interface Instrument extends Definition {
  readonly questionnaire: Questionnaire;
}

/** Questionnaires, fragments and rubrics below questionnaires/. */
export const definitions: readonly Definition[] = readdirSync(`${root}questionnaires`, {
  recursive: true,
  encoding: 'utf8',
})
  .map((name) => `questionnaires/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: read(path) }));

/** The questionnaires among them. */
export const instruments: readonly Instrument[] = definitions
  .filter(({ text }) => !/^kind:/m.test(text))
  .map((definition) => ({ ...definition, questionnaire: loaded(definition.path) }));

function loaded(path: string): Questionnaire {
  const { questionnaire } = loadQuestionnaire(path, {
    read: (file) => ({ text: read(file) }),
    resolve: (from, relative) => posix.join(posix.dirname(from), relative),
  });
  if (questionnaire === undefined) throw new Error(`${path} cannot be read`);
  return questionnaire;
}

function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}
