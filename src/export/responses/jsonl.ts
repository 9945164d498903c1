import type { Answer, Response } from '../../response/response.js';

/**
 * Writes responses as JSON, one a line, in the order of keys that docs/format.md has; blank answers are left out. What
 * many responses share, as intake makes them, is turned into text only once.
 */
export function responseLines(): (response: Response) => string {
  const texts = new WeakMap<Answer | Response['questionnaire'], string>();
  const textOf = (shared: Answer | Response['questionnaire']): string => {
    const known = texts.get(shared);
    if (known !== undefined) return known;
    const text = JSON.stringify(shared);
    if (Object.isFrozen(shared)) texts.set(shared, text);
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
  return ({ milepost, questionnaire, answers, ...rest }) => {
    let body = '';
    for (const id in answers) {
      const answer = answers[id];
      if (answer === undefined) continue;
      const text = textOf(answer);
      if (text !== '{}') body += `${body === '' ? '' : ','}${keyOf(id)}${text}`;
    }
    const head = `{"milepost":${milepost},"questionnaire":${textOf(questionnaire)}`;
    return `${head},${JSON.stringify(rest).slice(1, -1)},"answers":{${body}}}\n`;
  };
}
