import type { Answer, Response } from '../response/response.js';
import { jsonText } from './json-text.js';

/** A response as a line of JSONL. What was left blank is left out. */
export function responseLine(response: Response): string {
  const answers: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(response.answers)) {
    if (Object.keys(answer).length > 0) answers[id] = answer;
  }
  return `${jsonText({ ...response, answers })}\n`;
}
