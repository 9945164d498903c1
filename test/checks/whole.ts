const heads: readonly (readonly [string, string])[] = [
  ['milepost', 'milepost: 1\n'],
  ['id', 'id: sample\n'],
  ['version', 'version: 1.0.0\n'],
  ['title', 'title: A sample\n'],
  ['description', 'description: What a sample asks.\n'],
  ['notice', 'notice: Nobody sees the answers.\n'],
  ['licence', 'licence: CC0-1.0\n'],
  [
    'scales',
    `scales:
  two: { levels: [{ value: 1, label: One }, { value: 2, label: Two }] }
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
`,
  ],
];
const tails: readonly (readonly [string, string])[] = [
  [
    'dimensions',
    `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
`,
  ],
  ['rubric', 'rubric: { range: [0, 100] }\n'],
  ['examples', 'examples: [{ name: nothing answered, answers: {}, expect: { scores: {} } }]\n'],
];

/** A whole questionnaire around a rule's example: a list of questions, or keys of the top. What is whole stays as it is. */
export function whole(example: string): string {
  if (example.startsWith('milepost:')) return `${example}\n`;
  const body = example.startsWith('- ')
    ? `dimensions:\n  - id: data\n    title: Data\n    questions:\n${example.replace(/^(?=.)/gm, '      ')}\n      - { id: scored, text: Is it scored?, type: yes_no }\n`
    : `${example}\n`;
  const missing = (parts: typeof heads) =>
    parts.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(body)).map(([, text]) => text);
  return [...missing(heads), body, ...missing(tails)].join('');
}
