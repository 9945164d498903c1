import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EarlierFigure } from '../../compare/suppression/earlier/earlier-figure.js';
import { readEarlier } from '../../compare/suppression/earlier/read-earlier.js';
import { rubricSuffix } from '../../export/comparison/wide.js';
import type { Plan } from '../../rubric/plan.js';
import { errorCode, reasonOf } from '../file-faults.js';
import { UsageError } from '../usage-error.js';

/** The figures of tables that were given out before, for each plan. */
export function readPublished(
  files: readonly string[],
  plans: readonly Plan[],
  cwd: string,
): readonly (readonly EarlierFigure[])[] {
  const tables = files.map((file) => ({ file, json: readJson(file, cwd) }));
  return plans.map((plan) =>
    tables.flatMap(({ file, json }) => {
      const figures = readEarlier(json, plan, plans.length > 1 ? rubricSuffix(plan) : '');
      if (figures !== undefined) return figures;
      throw new UsageError(
        `--published ${file}: it is not a table as \`milepost compare --format json\` writes it`,
        'Name the JSON file that was written with the table: a list with an object a row.',
      );
    }),
  );
}

function readJson(file: string, cwd: string): unknown {
  const text = ((): string => {
    try {
      return readFileSync(resolve(cwd, file), 'utf8');
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      throw new UsageError(`--published ${file} cannot be read: ${reasonOf(code, file, cwd)}`);
    }
  })();
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(
      `--published ${file}: it is no JSON`,
      'Name a table that was written with --format json.',
    );
  }
}
