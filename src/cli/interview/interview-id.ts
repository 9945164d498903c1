import { randomBytes } from 'node:crypto';

/** An id for a response that no other laptop gives at the same minute: `housing-digital-20261123-1000-3f9a`. */
export function interviewId(questionnaire: string, now: number): string {
  const minute = new Date(now)
    .toISOString()
    .slice(0, 16)
    .replaceAll('-', '')
    .replace('T', '-')
    .replace(':', '');
  return `${questionnaire}-${minute}-${randomBytes(2).toString('hex')}`;
}
