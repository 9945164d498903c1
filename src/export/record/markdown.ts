import { escaped } from '../tables/writers/markdown.js';
import type { RecordEntry } from './record.js';
import type { RecordFormat } from './record-format.js';
import { asTitle, closing } from './text.js';

export const markdownRecord = {
  name: 'md',
  extensions: ['md', 'markdown'],
  write: ({ title, facts, parts, open }) => {
    const blocks = [
      `# ${escaped(title)}`,
      facts.map(({ label, text }) => `- **${escaped(asTitle(label))}** ${escaped(text)}`).join('\n'),
      ...parts.flatMap(({ title: part, entries }) => [
        `## ${escaped(part)}`,
        ...entries.flatMap(entryBlocks),
      ]),
      ...(open.length === 0
        ? []
        : [
            '## Still open',
            open
              .map(
                ({ text, why, ask }) =>
                  `- ${escaped(text)} (${why}${ask === undefined ? '' : `; ask ${escaped(ask)}`})`,
              )
              .join('\n'),
          ]),
      ...closing,
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  },
} satisfies RecordFormat;

function entryBlocks({ text, answer, remarks }: RecordEntry): readonly string[] {
  const said =
    answer === undefined
      ? '*open*'
      : `**${escaped(answer.label)}**${answer.meaning === undefined ? '' : `: ${escaped(answer.meaning)}`}`;
  return [
    `### ${escaped(text)}`,
    said,
    remarks.map((remark) => `- ${escaped(asTitle(remark.label))} ${escaped(remark.text)}`).join('\n'),
  ];
}
