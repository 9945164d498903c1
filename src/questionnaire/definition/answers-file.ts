import { type Finding, finding } from '../../finding/finding.js';
import type { SourceFiles } from './source-file.js';
import { isMap } from './tree.js';

/** How files end that hold answers and can be no definition. JSON may be either. */
const endings: readonly string[] = ['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.xls', '.jsonl'];

/** What is said of a file of answers that stands where a definition is needed; its text would only be said to be no YAML. */
export function answersFile(file: string, read: ReturnType<SourceFiles['read']>): Finding | undefined {
  if ('finding' in read && read.finding.rule !== 'file-not-utf8') return undefined;
  const name = file.toLowerCase();
  const data = 'text' in read ? parsed(read.text) : undefined;
  const isOfAnswers = holdsResponses(data);
  // A form holds the definition that it was made from, in a workbook.
  if (isMap(data) && !isOfAnswers) return undefined;
  if (endings.some((ending) => name.endsWith(ending)))
    return finding('file-of-answers', { file }, { by: 'name' });
  return name.endsWith('.json') && isOfAnswers
    ? finding('file-of-answers', { file }, { by: 'keys' })
    : undefined;
}

/** Whether JSON is a response, or a list of such. */
function holdsResponses(data: unknown): boolean {
  const all: readonly unknown[] = Array.isArray(data) ? data : [data];
  return all.length > 0 && all.every((each) => isMap(each) && isMap(each.answers) && !('dimensions' in each));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
