import { content, escaped } from '../../text/html-text.js';
import type { Words } from '../model/words.js';

/** A text as content: names are set apart from the direction of the text around them, and say their language. */
export function htmlWords(text: Words, language: string): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return content(part);
      const lang =
        part.from === 'questionnaire' && !/^en\b/i.test(language) ? ` lang="${escaped(language)}"` : '';
      return `<bdi${lang}>${content(part.name)}</bdi>`;
    })
    .join('');
}
