import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  isSound,
  loadQuestionnaire,
  makePlan,
  type Plan,
  type Questionnaire,
  type SourceFiles,
} from '../../src/index.js';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const disk: SourceFiles = {
  read: (file) => ({ text: readFileSync(file, 'utf8') }),
  resolve: (from, relative) => join(from, '..', relative),
};

/** A questionnaire that comes with the program, by its path from the root. */
export function definition(path: string): Questionnaire {
  return planOf(path).questionnaire;
}

/** The same under its own rubric. */
export function planOf(path: string): Plan {
  const loaded = loadQuestionnaire(join(root, path), disk);
  if (!isSound(loaded)) throw new Error(`${path} has errors`);
  return makePlan(loaded.questionnaire, loaded.locator).plan;
}
