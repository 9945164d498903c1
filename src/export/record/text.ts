import { visible } from '../text/visible.js';
import { wrap } from '../text/width.js';
import type { RecordFormat } from './record-format.js';

const width = 78;

export const textRecord = {
  name: 'txt',
  extensions: ['txt'],
  write: ({ title, facts, parts, open }) => {
    const lines = [
      title,
      '='.repeat(Math.min(title.length, width)),
      ...facts.map(({ label, text }) => `${asTitle(label)} ${text}`),
      ...parts.flatMap(({ title: part, entries }) => [
        '',
        part,
        '-'.repeat(Math.min(part.length, width)),
        ...entries.flatMap(({ text, answer, remarks }) => [
          '',
          text,
          `  > ${answer === undefined ? 'open' : answer.meaning === undefined ? answer.label : `${answer.label}: ${answer.meaning}`}`,
          ...remarks.map(({ label, text: said }) => `    ${asTitle(label)} ${said}`),
        ]),
      ]),
      ...(open.length === 0 ? [] : ['', 'Still open', '----------']),
      ...open.map(({ text, why, ask }) => `- ${text} (${why}${ask === undefined ? '' : `; ask ${ask}`})`),
      '',
      ...closing,
    ];
    return `${lines.flatMap(wrapped).join('\n')}\n`;
  },
} satisfies RecordFormat;

/** What those who took part are asked to do. */
export const closing = [
  'Please read this through. If something was understood otherwise than it was meant, say so; what is not objected to counts as confirmed.',
];

/** A title before what it is about: a question needs no colon. */
export function asTitle(label: string): string {
  return /[?:]$/.test(label) ? label : `${label}:`;
}

function wrapped(line: string): readonly string[] {
  return line.split(/\r\n|[\r\n]/).flatMap((part) => {
    const indent = /^ */.exec(part)?.[0] ?? '';
    return wrap(visible(part.trim()), width - indent.length).map((each) => `${indent}${each}`.trimEnd());
  });
}
