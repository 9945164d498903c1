import { noUnit } from '../../compare/comparison.js';
import type { Note } from '../../export/report/source/source.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';

/** What was written in one wave beside the answers of each unit, by its path, in the order of the answers. */
export function notesByUnit(
  responses: readonly Response[],
  wave: string,
  questionnaire: Questionnaire,
): (path: readonly string[]) => readonly Note[] {
  const fields = unitFields(questionnaire);
  const found = new Map<string, Note[]>();
  for (const response of responses) {
    if ((response.wave ?? '') !== wave) continue;
    const notes = notesIn(response, questionnaire);
    if (notes.length === 0) continue;
    const path = fields.map(({ id }) => String(response.profile[id] ?? noUnit));
    for (const depth of [...path.keys(), path.length]) {
      const key = JSON.stringify(path.slice(0, depth));
      const known = found.get(key) ?? [];
      known.push(...notes);
      found.set(key, known);
    }
  }
  return (path) => found.get(JSON.stringify(path)) ?? [];
}

function notesIn({ answers }: Response, { questions }: Questionnaire): readonly Note[] {
  return questions.flatMap(({ id }) => {
    const { note, dissent, evidence } = answers[id] ?? {};
    const said = [
      { as: 'Note', text: note },
      { as: 'Dissent', text: dissent },
      { as: 'Evidence', text: evidence },
    ] as const;
    return said.flatMap(({ as, text }) => (text === undefined ? [] : [{ question: id, as, text }]));
  });
}
