import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EarlierDocument, earlierDocument } from '../../compare/suppression/earlier/earlier-document.js';
import type { EarlierFigure } from '../../compare/suppression/earlier/earlier-figure.js';
import { readEarlier } from '../../compare/suppression/earlier/read-earlier.js';
import { rubricSuffix } from '../../export/comparison/shown.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Plan } from '../../rubric/plan.js';
import type { CompareOptions } from '../compare/options.js';
import { errorCode, reasonOf } from '../file-faults.js';
import { UsageError } from '../usage-error.js';

/** The figures of tables that were given out before, for each plan. */
export function readPublished(
  { published, filter }: Pick<CompareOptions, 'published' | 'filter'>,
  plans: readonly Plan[],
  cwd: string,
): readonly (readonly EarlierFigure[])[] {
  const [first] = plans;
  const fields = first === undefined ? [] : unitFields(first.questionnaire).map(({ id }) => id);
  const tables = published.map((file) => {
    const document = earlierDocument(readJson(file, cwd));
    if (document === undefined) {
      throw new UsageError(
        `--published ${file}: it is not a table as \`milepost compare --format json\` writes it`,
        'Name the JSON file that was written with the table.',
      );
    }
    refuseUnmodelledIn(document, file, fields, filter);
    return document;
  });
  return plans.map((plan) =>
    tables.flatMap(({ rows }) => readEarlier(rows, plan, rubricSuffix(plan, { byRubric: plans }))),
  );
}

/** Refuses tables that tell of more than units, or of other responses, than is reckoned with. */
function refuseUnmodelledIn(
  { options }: EarlierDocument,
  file: string,
  fields: readonly string[],
  filter: string | undefined,
): void {
  const by = options.get('--by')?.split(',') ?? [];
  const groups = by.filter((id) => id !== 'response' && !fields.includes(id));
  const unmodelled = [
    ...groups.map((id) => `--by ${id}`),
    ...['--total', '--peers', '--transpose'].filter((option) => options.has(option)),
  ];
  if (unmodelled.length > 0) {
    throw new UsageError(
      `--published ${file}: it was made with ${unmodelled.join(', ')}, and tables of units alone are reckoned with`,
      'Name tables of units. What this one gives away has to be looked at by hand.',
    );
  }
  const then = options.get('--filter');
  if (then === filter) return;
  throw new UsageError(
    `--published ${file}: it was made ${then === undefined ? 'without --filter' : `with --filter ${then}`}`,
    'Tables are reckoned with each other only where they count the same responses: give the same --filter, or none.',
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
