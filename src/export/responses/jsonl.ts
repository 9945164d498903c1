import type { Answer, Response } from '../../response/response.js';

/**
 * Writes responses as JSON, one a line, in the order of keys that docs/format.md has; blank answers are left out. What
 * many responses share, as intake makes them, is turned into text only once.
 */
export function responseLines(): (response: Response) => string {
  const references = sharedText<Response['questionnaire']>((reference) => JSON.stringify(reference));
  const members = new Map<string, (answer: Answer) => string>();
  const memberOf = (id: string) => {
    const known = members.get(id);
    if (known !== undefined) return known;
    const made = sharedText<Answer>((answer) => {
      const text = JSON.stringify(answer);
      return text === '{}' ? '' : `,${JSON.stringify(id)}:${text}`;
    });
    members.set(id, made);
    return made;
  };
  return ({ milepost, questionnaire, answers, ...rest }) => {
    let body = '';
    for (const id in answers) {
      const answer = answers[id];
      if (answer !== undefined) body += memberOf(id)(answer);
    }
    const head = `{"milepost":${milepost},"questionnaire":${references(questionnaire)}`;
    return `${head},${JSON.stringify(rest).slice(1, -1)},"answers":{${body.slice(1)}}}\n`;
  };
}

/** Remembers the texts of what is frozen: nobody changes it, and it is shared. */
function sharedText<T extends object>(textOf: (shared: T) => string): (shared: T) => string {
  const texts = new WeakMap<T, string>();
  return (shared) => {
    const known = texts.get(shared);
    if (known !== undefined) return known;
    const text = textOf(shared);
    if (Object.isFrozen(shared)) texts.set(shared, text);
    return text;
  };
}
