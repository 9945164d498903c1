import { noUnit } from '../../compare/comparison.js';
import type { Focus } from '../../compare/focus.js';
import type { Note } from '../../export/report/source.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';

/** Keeps responses that own pages tell of beyond scores: what would reach the next level, and what was written. */
export interface KeptResponses extends Pick<Focus, 'find'> {
  readonly add: (response: Response) => void;
  /** What was written in one wave beside answers of a unit, in the order of the answers. */
  readonly notesOf: (path: readonly string[], wave: string, questionnaire: Questionnaire) => readonly Note[];
}

export function keptResponses(): KeptResponses {
  const byKey = new Map<string, Response>();
  const keyOf = (wave: string, id: string) => JSON.stringify([wave, id]);
  return {
    add: (response) => byKey.set(keyOf(response.wave ?? '', response.id), response),
    find: ({ wave, response }) => byKey.get(keyOf(wave, response ?? '')),
    notesOf: (path, wave, questionnaire) => {
      const fields = unitFields(questionnaire).slice(0, path.length);
      const own = [...byKey.values()].filter(
        ({ profile, wave: of = '' }) =>
          of === wave && fields.every(({ id }, depth) => String(profile[id] ?? noUnit) === path[depth]),
      );
      return own.flatMap(({ answers }) =>
        questionnaire.questions.flatMap(({ id }) => {
          const { note, dissent, evidence } = answers[id] ?? {};
          const said = [
            { as: 'Note', text: note },
            { as: 'Dissent', text: dissent },
            { as: 'Evidence', text: evidence },
          ] as const;
          return said.flatMap(({ as, text }) => (text === undefined ? [] : [{ question: id, as, text }]));
        }),
      );
    },
  };
}
