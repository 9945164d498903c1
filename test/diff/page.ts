import type { fileChanges, versionRules } from '../../src/finding/catalogue/changes/files.js';
import { effectOf } from '../../src/finding/catalogue/changes.js';
import type { Kind } from '../../src/questionnaire/diff/change.js';

type Described = Pick<Kind<never>, 'id' | 'effect' | 'reason' | 'before' | 'after'>;

/** The page on kinds of change: what each does, why, and an example of it. */
export function page(questionnaires: readonly Described[], rubrics: readonly Described[]): string {
  return [
    '<!-- Generated from src/questionnaire/diff and src/rubric/diff; `npx vitest run test/diff -u` writes it anew. -->',
    '# Changes',
    `What \`milepost diff\` tells of two versions. A **breaking** change makes returned answers invalid or gives a score another
meaning, and asks for a major step of the version; a **notable** one for a minor step; a **safe** one for a patch. A version
0.x promises less: a breaking change asks for a minor step there, any other for a patch. What is formatted otherwise, comments
and the order of keys are no changes. Each kind is shown by a part of a definition before and after.`,
    [
      '| change | effect |',
      '| --- | --- |',
      ...[...questionnaires, ...rubrics].map(({ id, effect }) => `| [${id}](#${id}) | ${effect} |`),
      ...fileKinds.map((id) => `| [${id}](#${id}) | ${effectOf(id)} |`),
    ].join('\n'),
    '## Changes of questionnaires',
    ...questionnaires.map(section),
    '## Changes of rubrics',
    ...rubrics.map(section),
    '## Changes of files, and versions',
    ...fileKinds.map((id) => `### ${id}\n\n**${effectOf(id)}** · ${fileReasons[id]}`),
    ...Object.entries(versionReasons).map(([id, reason]) => `### ${id}\n\n${reason}`),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

const fileReasons: { readonly [K in keyof typeof fileChanges]: string } = {
  'definition-deleted': `Answers and figures that name it can no longer be read. No version number can say so: it fails a run.`,
  'definition-added': 'Nobody has answered it yet.',
  'definition-moved': 'A definition is known by its id and not by its path.',
  'definition-id-changed':
    'The same file has another id: answers that name the old one are refused. No version number can say so: it fails a run.',
};

const fileKinds = [
  'definition-deleted',
  'definition-added',
  'definition-moved',
  'definition-id-changed',
] as const;

const versionReasons: { readonly [K in keyof typeof versionRules]: string } = {
  'version-step-due':
    'Told at the version number, with the severity of the worst change that it does not honour. A lower version number honours nothing; between pre-releases of one version any later one will do.',
  'digest-changed':
    'A warning: nothing that is told changed, but what gives answers their meaning did, such as the id of a scale, and the version is the same.',
};

function section({ id, effect, reason, before, after }: Described): string {
  return [
    `### ${id}`,
    `**${effect}** · ${reason.replace(/\s+/g, ' ')}`,
    'Before:',
    fenced(before),
    'After:',
    fenced(after),
  ].join('\n\n');
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}
