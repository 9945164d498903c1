import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EarlierDocument, earlierDocument } from '../../compare/suppression/earlier/earlier-document.js';
import type { PlanOptions } from '../../rubric/make-plan.js';
import type { CompareOptions } from '../compare/options.js';
import { errorCode, reasonOf } from '../files/file-faults.js';
import { UsageError } from '../usage-error.js';

/** A table given out before, by the name of its file. */
export interface Published {
  readonly file: string;
  readonly document: EarlierDocument;
}

/** What bears on whether tables given out before can be reckoned with. */
interface PublishedOptions extends Pick<CompareOptions, 'published' | 'filter'> {
  /** What is scored now beside the usual. */
  readonly also: PlanOptions['also'];
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

/** Refuses tables of other figures, or of other responses, than are reckoned with. */
function refuseUnmodelled(
  { file, document: { options } }: Published,
  { filter, also }: Omit<PublishedOptions, 'published'>,
): void {
  const others = otherTablesIn(options);
  if (others.length > 0) {
    throw new UsageError(
      `--published ${file}: it holds other tables than that of scores (${others.join(', ')}), and it is not reckoned what these tell together with new ones`,
      'Name tables of scores. What this one gives away has to be looked at by hand.',
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
