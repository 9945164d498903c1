import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EarlierDocument, earlierDocument } from '../../compare/suppression/earlier/earlier-document.js';
import type { EarlierFigure } from '../../compare/suppression/earlier/earlier-figure.js';
import { readEarlier } from '../../compare/suppression/earlier/read-earlier.js';
import { rubricSuffix } from '../../export/comparison/shown.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { PreparedGroup } from '../compare/groups/wave-groups.js';
import type { CompareOptions } from '../compare/options.js';
import { errorCode, reasonOf } from '../files/file-faults.js';
import { UsageError } from '../usage-error.js';

/** A group of waves that share a questionnaire and rubrics. */
type Group = Pick<PreparedGroup, 'plans' | 'has'>;

/** The figures of tables that were given out before, for each group of waves and each of its rubrics. */
export function readPublished(
  { published, filter }: Pick<CompareOptions, 'published' | 'filter'>,
  groups: readonly Group[],
  cwd: string,
): readonly (readonly (readonly EarlierFigure[])[])[] {
  const current = groups.at(-1)?.plans[0];
  const fields = current === undefined ? [] : unitFields(current.questionnaire).map(({ id }) => id);
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
  if (tables.length === 0) return [];
  return groups.map(({ plans, has }) =>
    plans.map((plan) =>
      tables
        .flatMap(({ rows }) => readEarlier(rows, plan, rubricSuffix(plan, { byRubric: plans })))
        .filter(({ wave }) => has(wave)),
    ),
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
    ...['--total', '--transpose'].filter((option) => options.has(option)),
  ];
  if (unmodelled.length > 0) {
    throw new UsageError(
      `--published ${file}: it was made with ${unmodelled.join(', ')}, and tables of units alone are reckoned with`,
      'Name tables of units. What this one gives away has to be looked at by hand.',
    );
  }
  const others = otherTablesIn(options);
  if (others.length > 0) {
    throw new UsageError(
      `--published ${file}: it holds other tables than that of scores (${others.join(', ')}), and it is not reckoned what these tell together with new ones`,
      'Name tables of scores. What this one gives away has to be looked at by hand.',
    );
  }
  const then = options.get('--filter');
  if (then === filter) return;
  throw new UsageError(
    `--published ${file}: it was made ${then === undefined ? 'without --filter' : `with --filter ${then}`}`,
    'Tables are reckoned with each other only where they count the same responses: give the same --filter, or none.',
  );
}

/** The tables beside that of scores that were asked for, as `chooseTables` does. */
function otherTablesIn(options: EarlierDocument['options']): readonly string[] {
  const named = options.get('--tables')?.split(',');
  const asked = ['waves', 'roles'].filter((table) => options.has(`--${table}`));
  return (named ?? asked).filter((name) => name !== 'scores');
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
