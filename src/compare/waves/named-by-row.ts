import type { Finding } from '../../finding/finding.js';
import { finding } from '../../finding/finding.js';
import type { KeptAnswers } from './kept-answers.js';

/**
 * What is told where responses of two waves are taken for the same people by ids that only say in which row of a file they
 * stood: nothing where no id is of that kind. `file` is the questionnaire's.
 */
export function namedByRow(
  gathered: readonly ReadonlyMap<string, readonly KeptAnswers[]>[],
  file: string,
): readonly Finding[] {
  const waves = new Map<string, Set<string>>();
  const ids = new Map<string, string>();
  for (const [wave, responses] of gathered.flatMap((byWave) => [...byWave])) {
    for (const { response, path } of responses) {
      if (!isFileAndRow.test(response.id)) continue;
      const key = [path[0], response.id].join('\0');
      waves.set(key, (waves.get(key) ?? new Set()).add(wave));
      ids.set(key, response.id);
    }
  }
  const twice = [...ids].flatMap(([key, id]) => ((waves.get(key)?.size ?? 0) > 1 ? [id] : []));
  const [first] = twice;
  return first === undefined
    ? []
    : [finding('waves-by-row', { file }, { responses: twice.length, id: first })];
}

/** As intake names responses that have no id: `northbridge:12`. */
const isFileAndRow = /.:\d+$/;
