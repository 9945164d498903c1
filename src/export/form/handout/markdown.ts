import { escaped } from '../../tables/writers/markdown.js';
import type { FormFormat } from '../form-format.js';
import { type HandoutEntry, type HandoutQuestion, makeHandout } from './handout.js';

export const markdownHandout = {
  name: 'md',
  extensions: ['md', 'markdown'],
  describe: 'A handout in Markdown: questions, levels, time, notice.',
  fillable: false,
  write: async (form) => {
    const { title, facts, parts } = makeHandout(form);
    const blocks = [
      `# ${escaped(title)}`,
      ...facts.map(({ label, text }) => `**${escaped(label)}:** ${escaped(text)}`),
      ...parts.flatMap(({ number, title: part, description, entries }) => [
        `## ${number}. ${escaped(part)}`,
        ...optional(description),
        ...entries.flatMap(blocksOf),
      ]),
    ];
    return { content: `${blocks.join('\n\n')}\n` };
  },
} satisfies FormFormat;

function blocksOf(entry: HandoutEntry): readonly string[] {
  return entry.kind === 'heading'
    ? [`### ${entry.number} ${escaped(entry.title)}`, ...optional(entry.description)]
    : questionBlocks(entry);
}

function questionBlocks({
  number,
  text,
  items,
  required,
  when,
  help,
  answers,
  hints,
  further,
}: HandoutQuestion): readonly string[] {
  const list = (texts: readonly string[]) => (texts.length === 0 ? [] : [texts.join('\n')]);
  return [
    `**${number} ${escaped(text)}**${required ? ' (required)' : ''}`,
    ...(when === undefined ? [] : [`*${escaped(when)}*`]),
    ...optional(help),
    ...list(items.map((item, i) => `${i + 1}. ${escaped(item)}`)),
    ...list(
      answers.map(({ label, meaning }) =>
        meaning === undefined ? `- ${escaped(label)}` : `- **${escaped(label)}:** ${escaped(meaning)}`,
      ),
    ),
    ...hints.map((hint) => escaped(`${hint}.`)),
    ...(further.length === 0 ? [] : ['Also asked:', further.map((each) => `- ${escaped(each)}`).join('\n')]),
  ];
}

function optional(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [escaped(text)];
}
