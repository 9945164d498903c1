import type { Question } from '../../questionnaire/questionnaire.js';

/** Something of a question that changed and that no map of its levels can answer for. */
export interface BesideLevels {
  /** As people read it, before and now. */
  readonly from: string;
  readonly to: string;
  /** Whether answers mean what they did, as far as they can still be given. */
  readonly holds: boolean;
}

/** The first that changed of the wording, what the grid asks, the unit, and the limits of what may be answered. */
export function besideLevels(old: Question, now: Question): BesideLevels | undefined {
  const all = [
    { from: `"${old.text}"`, to: `"${now.text}"`, holds: false },
    { from: `"${old.grid?.text ?? ''}"`, to: `"${now.grid?.text ?? ''}"`, holds: false },
    { from: unitOf(old), to: unitOf(now), holds: false },
    { from: limitsOf(old), to: limitsOf(now), holds: true },
  ];
  return all.find(({ from, to }) => from !== to);
}

function unitOf(question: Question): string {
  return (question.type === 'number' ? question.unit : undefined) ?? 'no unit';
}

function limitsOf(question: Question): string {
  switch (question.type) {
    case 'number': {
      const { min, max, integer } = question;
      return listed({ min, max, ...(integer ? { integer } : {}) });
    }
    case 'date':
      return listed({ min: question.min, max: question.max });
    case 'text':
      return listed({ pattern: question.pattern, max_length: question.maxLength });
    case 'level':
    case 'yes_no':
    case 'choice':
    case 'choices':
      return listed({});
  }
}

/** As in the definition. */
function listed(members: Readonly<Record<string, number | string | boolean | undefined>>): string {
  const said = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return said.length === 0 ? 'no limits' : said.join(', ');
}
