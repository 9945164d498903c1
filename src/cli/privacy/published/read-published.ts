import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ambitionColumns } from '../../../compare/suppression/earlier/read/ambition.js';
import { barrierColumns } from '../../../compare/suppression/earlier/read/barriers.js';
import {
  type EarlierDocument,
  earlierDocument,
} from '../../../compare/suppression/earlier/read/earlier-document.js';
import { exchangeColumns } from '../../../compare/suppression/earlier/read/exchange.js';
import { ratingColumns } from '../../../compare/suppression/earlier/read/ratings.js';
import { tablesAsked, tablesIn } from '../../../compare/suppression/earlier/read/tables-in.js';
import { waveColumns } from '../../../compare/suppression/earlier/read/waves.js';
import { type Questionnaire, unitFields } from '../../../questionnaire/questionnaire.js';
import type { PlanOptions } from '../../../rubric/make-plan.js';
import type { CompareOptions } from '../../compare/options.js';
import { errorCode, reasonOf } from '../../files/file-faults.js';
import { UsageError } from '../../usage-error.js';

/** A table given out before, by the name of its file. */
export interface Published {
  readonly file: string;
  readonly document: EarlierDocument;
}

/** What bears on whether tables given out before can be reckoned with. */
interface PublishedOptions extends Pick<CompareOptions, 'published' | 'filter'> {
  /** What is scored now beside the usual. */
  readonly also: PlanOptions['also'];
  /** The ids of questionnaires that are answered now. */
  readonly questionnaires: readonly string[];
}

/** Tables that were given out before: those that cannot be reckoned with are refused. */
export function readPublished(
  { published, ...options }: PublishedOptions,
  cwd: string,
): readonly Published[] {
  return published.map((file) => {
    const document = earlierDocument(readJson(file, cwd));
    if (document === undefined) {
      throw new UsageError(
        `--published ${file}: it is not a table as \`milepost compare --format json\` writes it`,
        'Name the JSON file that was written with the table.',
      );
    }
    refuseUnmodelled({ file, document }, options);
    return { file, document };
  });
}

/** By the tables that are reckoned with, the columns that one must have to be read. */
const known: Readonly<Record<string, readonly string[]>> = {
  scores: [],
  ...ratingColumns,
  ambition: ambitionColumns,
  waves: waveColumns,
  exchange: exchangeColumns,
  barriers: barrierColumns,
};

/** Refuses tables of other figures, or of other responses, than are reckoned with. */
function refuseUnmodelled(
  { file, document }: Published,
  { filter, also, questionnaires }: Omit<PublishedOptions, 'published'>,
): void {
  const { options } = document;
  const foreign = document.questionnaires.find((id) => !questionnaires.includes(id));
  if (foreign !== undefined) {
    throw new UsageError(
      `--published ${file}: it is a table of the questionnaire \`${foreign}\`, and that is not answered now`,
      `Name tables of ${questionnaires.map((id) => `\`${id}\``).join(' or ')}: those of other questionnaires say nothing of these figures.`,
    );
  }
  const tables = tablesIn(document);
  const other = tables.find(({ name }) => !(name in known));
  if (other !== undefined) {
    throw new UsageError(
      `--published ${file}: it holds a table of ${other.name}, and it is not reckoned what that tells together with new ones`,
      `Name tables of ${Object.keys(known).join(', ')}. What this one gives away has to be looked at by hand.`,
    );
  }
  const strange = tables.find(({ name, rows }) =>
    rows.some((row) => known[name]?.some((column) => !(column in row)) === true),
  );
  if (strange !== undefined) {
    throw new UsageError(
      `--published ${file}: its table of ${strange.name} is laid out in another way than is read`,
      'Name one that was made without --layout wide.',
    );
  }
  const columns = options.get('--columns');
  if ((columns === 'questions' || columns === 'cells') && columns !== also) {
    throw new UsageError(
      `--published ${file}: it was made with --columns ${columns}, whose figures are not worked out now`,
      `Ask for --columns ${columns} too: then they are reckoned with.`,
    );
  }
  const then = options.get('--filter');
  if (then === filter) return;
  throw new UsageError(
    `--published ${file}: it was made ${then === undefined ? 'without --filter' : `with --filter ${then}`}`,
    'Tables are reckoned with each other only where they count the same responses: give the same --filter, or none.',
  );
}

/** Further levels of units, of which tables of exchange told that were given out before. */
export function levelsBefore(
  published: readonly Published[],
  { profile }: Pick<Questionnaire, 'profile'>,
): readonly string[] {
  const fields = unitFields({ profile }).map(({ id }) => id);
  const levels = published
    .filter(({ document }) => tablesAsked(document.options).includes('exchange'))
    .flatMap(({ document }) => document.options.get('--by')?.split(',') ?? fields.slice(0, 1));
  return [...new Set(levels)].filter((level) => level === 'response' || fields.includes(level));
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
