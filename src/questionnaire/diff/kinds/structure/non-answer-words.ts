import { shown } from '../../../../finding/words.js';
import { within } from '../../../checks/asked.js';
import { nonAnswers } from '../../../questionnaire.js';
import { defineChange } from '../../change.js';

export const nonAnswerWordsChanged = defineChange({
  id: 'non-answer-words-changed',
  reason: `Cells with other words are read as a non-answer now, or no longer. What was read before stays what it is.`,
  before: 'non_answer_words: { dont_know: [unsure] }',
  after: 'non_answer_words: { dont_know: [unsure, no idea] }',
  *compare({ old, new: now }) {
    for (const id of nonAnswers) {
      const from = old.questionnaire.nonAnswerWords[id] ?? [];
      const to = now.questionnaire.nonAnswerWords[id] ?? [];
      if (from.toSorted().join('\n') === to.toSorted().join('\n')) continue;
      yield {
        subject: { what: 'questionnaire', id: now.questionnaire.id },
        old: within(old.questionnaire.origin, 'non_answer_words', id),
        new: within(now.questionnaire.origin, 'non_answer_words', id),
        args: { id, from: list(from), to: list(to) },
      };
    }
  },
});

function list(words: readonly string[]): string {
  return words.length === 0 ? 'nothing of its own' : words.map(shown).join(', ');
}
