import type { Answer, Response } from '../../response/response.js';

/**
 * Writes responses as JSON, one a line, in the order of keys that docs/format.md has; blank answers are left out. Answers
 * that many responses share, as intake makes them, are turned into text only once.
 */
export function responseLines(): (response: Response) => string {
  const texts = new WeakMap<Answer, string>();
  const textOf = (answer: Answer): string => {
    const known = texts.get(answer);
    if (known !== undefined) return known;
    const text = JSON.stringify(answer);
    if (Object.isFrozen(answer)) texts.set(answer, text);
    return text;
  };
  const keys = new Map<string, string>();
  const keyOf = (id: string): string => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const key = `${JSON.stringify(id)}:`;
    keys.set(id, key);
    return key;
  };
  return ({ answers, ...rest }) => {
    let body = '';
    for (const id in answers) {
      const answer = answers[id];
      if (answer === undefined) continue;
      const text = textOf(answer);
      if (text !== '{}') body += `${body === '' ? '' : ','}${keyOf(id)}${text}`;
    }
    return `${JSON.stringify(rest).slice(0, -1)},"answers":{${body}}}\n`;
  };
}
