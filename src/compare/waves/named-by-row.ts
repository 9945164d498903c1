import { type Finding, finding } from '../../finding/finding.js';
import type { KeptAnswers } from './kept-answers.js';

/**
 * What is told where responses of two waves are taken for the same people by ids that only say in which row of a file they
 * stood: nothing where no id is of that kind. `file` is the questionnaire's.
 */
export function namedByRow(
  gathered: readonly ReadonlyMap<string, readonly KeptAnswers[]>[],
  file: string,
): readonly Finding[] {
  const named = new Map<string, { readonly id: string; readonly waves: Set<string> }>();
  for (const [wave, responses] of gathered.flatMap((byWave) => [...byWave])) {
    for (const { response, path } of responses) {
      const { id } = response;
      if (!isFileAndRow.test(id)) continue;
      const key = [path[0], id].join('\0');
      const known = named.get(key);
      if (known === undefined) named.set(key, { id, waves: new Set([wave]) });
      else known.waves.add(wave);
    }
  }
  const twice = [...named.values()].filter(({ waves }) => waves.size > 1);
  const [first] = twice;
  return first === undefined
    ? []
    : [finding('waves-by-row', { file }, { responses: twice.length, id: first.id })];
}

/** As intake names responses that have no id: `northbridge:12`. */
const isFileAndRow = /.:\d+$/;
