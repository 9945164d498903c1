import type { Dimension, Origin, Question, Questionnaire } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { type DiffContext, defineChange, type Subject } from '../../change.js';

export const helpChanged = defineChange({
  id: 'help-changed',
  reason: `Descriptions, help, guidance, prompts, notices, licences and sources stand around what is asked: no answer and no
score depends on them.`,
  before: '- { id: owner, text: Is there an owner?, scale: four }',
  after: '- { id: owner, text: Is there an owner?, scale: four, help: A person with a name. }',
  *compare(context) {
    for (const { subject, old, new: now } of texts(context)) {
      const keys = Object.keys({ ...old.texts, ...now.texts }).filter(
        (key) => old.texts[key] !== now.texts[key],
      );
      if (keys.length === 0) continue;
      yield { subject, old: old.origin, new: now.origin, args: { id: subject.id, keys } };
    }
  },
});

interface Around {
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly origin: Origin;
}

interface AroundPair extends Pair<Around> {
  readonly subject: Subject;
}

function texts({ alignment, old, new: now }: DiffContext): readonly AroundPair[] {
  return [
    {
      subject: { what: 'questionnaire', id: now.questionnaire.id },
      old: aroundAll(old.questionnaire),
      new: aroundAll(now.questionnaire),
    },
    ...alignment.dimensions.pairs.map(
      ({ old, new: now }): AroundPair => ({
        subject: { what: 'dimension', id: now.id },
        old: aroundDimension(old.dimension),
        new: aroundDimension(now.dimension),
      }),
    ),
    ...alignment.questions.pairs.map(
      ({ old, new: now }): AroundPair => ({
        subject: { what: 'question', id: now.id },
        old: aroundQuestion(old.question, old.origin),
        new: aroundQuestion(now.question, now.origin),
      }),
    ),
  ];
}

function aroundAll(questionnaire: Questionnaire): Around {
  const { description, notice, licence, sources, language, prompts, origin } = questionnaire;
  return {
    texts: {
      description,
      notice,
      licence,
      language,
      sources: sources.join('\n'),
      prompts: JSON.stringify(Object.entries(prompts).sort()),
    },
    origin,
  };
}

function aroundDimension({ description, origin }: Dimension): Around {
  return { texts: { description }, origin };
}

function aroundQuestion({ help, guidance, minutes }: Question, origin: Origin): Around {
  return { texts: { help, guidance, minutes: minutes?.toString() }, origin };
}
