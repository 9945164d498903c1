import { readdirSync, readFileSync } from 'node:fs';
import type { Questionnaire } from '../../src/index.js';
import { definition, root } from './definition.js';

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
  .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));

/** The questionnaires among them. */
export const instruments: readonly Instrument[] = definitions
  .filter(({ text }) => !/^kind:/m.test(text))
  .map((each) => ({ ...each, questionnaire: definition(each.path) }));
