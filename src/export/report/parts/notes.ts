import type { Block, Quote } from '../model/report.js';
import { title, words } from '../model/words.js';
import type { ReportPart } from './part.js';

/** What was written beside answers: on a unit's own page, where it is asked for. */
export const notes: ReportPart = {
  topic: 'What was written beside answers',
  make: ({ own, plan }) => {
    if (own?.notes === undefined) return { why: undefined };
    if (own.notes.length === 0) return { why: words`nothing that may be shown was written beside answers` };
    const byQuestion = new Map<string, Quote[]>();
    for (const { question, ...quote } of own.notes) {
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), quote]);
    }
    return {
      heading: words`${own.notes.length} ${own.notes.length === 1 ? 'note' : 'notes'} on ${byQuestion.size} ${byQuestion.size === 1 ? 'question' : 'questions'}`,
      blocks: plan.questionnaire.questions.flatMap(({ id, text }): Block[] => {
        const found = byQuestion.get(id);
        return found === undefined ? [] : [{ kind: 'quotes', about: [title(text)], quotes: found }];
      }),
    };
  },
};
