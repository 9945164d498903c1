import { type Finding, finding } from '../../finding/finding.js';
import type { SourceFiles } from './source-file.js';
import { isMap } from './tree.js';

/** How files end that hold answers and can be no definition. JSON may be either. */
const endings: readonly string[] = ['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.xls', '.jsonl'];

/** What is said of a file of answers that stands where a definition is needed; its text would only be said to be no YAML. */
export function answersFile(file: string, read: ReturnType<SourceFiles['read']>): Finding | undefined {
  if ('finding' in read && read.finding.rule !== 'file-not-utf8') return undefined;
  const name = file.toLowerCase();
  if (endings.some((ending) => name.endsWith(ending)))
    return finding('file-of-answers', { file }, { by: 'name' });
  if (!name.endsWith('.json') || !('text' in read) || !holdsResponses(read.text)) return undefined;
  return finding('file-of-answers', { file }, { by: 'keys' });
}

/** Whether a text is a response, or a list of such, as JSON. */
function holdsResponses(text: string): boolean {
  const data = parsed(text);
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
