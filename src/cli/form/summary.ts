import { askedOf } from '../../export/form/form.js';
import { and, count } from '../../finding/words.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Planned } from './plan-forms.js';

/** `forms/e1.xlsx and 3 more: 4 forms.`, and what was left out of them. */
export function summary(
  planned: readonly Planned[],
  { questions }: Questionnaire,
  responses: number | undefined,
): string {
  const lines: string[] = [];
  const [first] = planned;
  if (first !== undefined) {
    const rest = planned.length === 1 ? '' : ` and ${planned.length - 1} more`;
    lines.push(`${first.file}${rest}: ${count(planned.length, 'form')} written.`);
  }
  const carried = planned.map(({ form: { duration } }) => duration.carried).filter((n) => n > 0);
  if (carried.length > 0) {
    const answers = carried.reduce((sum, n) => sum + n, 0);
    lines.push(
      `Brought over, to be confirmed: ${count(answers, 'answer')} in ${count(carried.length, 'form')}.`,
    );
  }
  const settled = (responses ?? planned.length) - planned.length;
  if (settled > 0)
    lines.push(
      `${count(settled, 'response')} left nothing open: no form for ${settled === 1 ? 'it' : 'them'}.`,
    );
  const [only] = planned.length === 1 && responses === undefined ? planned : [];
  if (only !== undefined) {
    const asked = new Set(only.form.parts.flatMap(askedOf).map(({ question }) => question.id));
    const out = questions.filter(({ id }) => !asked.has(id)).map(({ id }) => id);
    if (out.length > 0) {
      lines.push(`Left out, since ${out.length === 1 ? 'it' : 'they'} can never be asked here: ${and(out)}.`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}
