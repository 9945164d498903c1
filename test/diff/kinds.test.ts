import { expect, test } from 'vitest';
import { effectOf } from '../../src/finding/catalogue/changes.js';
import { questionnaireKinds } from '../../src/questionnaire/diff/registry.js';
import { rubricKinds } from '../../src/rubric/diff/registry.js';
import { whole } from '../checks/whole.js';
import { root } from '../docs/pages.js';
import { milepost } from '../support/milepost.js';
import { page } from './page.js';

const kinds = [...Object.values(questionnaireKinds), ...Object.values(rubricKinds)];

/** What `milepost diff` tells beside the version number: kinds and the lines that they are told at. */
async function told(before: string, after: string) {
  const files = { 'old.yaml': whole(before), 'new.yaml': whole(after) };
  const { out, exit, err } = await milepost('diff old.yaml new.yaml --format json', { files });
  expect(exit, err).toBeLessThan(2);
  const { findings, comparisons } = JSON.parse(out) as {
    findings: { rule: string; severity: string; file: string; line: number; message: string }[];
    comparisons: { due: string }[];
  };
  const changes = findings.filter(({ rule }) => !['version-step-due', 'digest-changed'].includes(rule));
  return { changes, due: comparisons[0]?.due, exit };
}

test('a kind is listed under its own id', () => {
  for (const [id, kind] of Object.entries({ ...questionnaireKinds, ...rubricKinds })) {
    expect(kind.id).toBe(id);
    expect(kind.effect).toBe(effectOf(kind.id));
  }
});

test.each(kinds)(
  '$id is what changed in its example, and nothing else',
  async ({ id, effect, before, after }) => {
    const { changes, due, exit } = await told(before, after);
    expect(changes.map(({ rule }) => rule)).toEqual([id]);
    expect(changes[0]?.message).toMatch(new RegExp(`^${effect}: `));
    expect(changes[0]?.line).toBeGreaterThan(0);
    expect(due).toBe({ breaking: 'major', notable: 'minor', safe: 'patch' }[effect]);
    expect(exit).toBe(effect === 'breaking' ? 1 : 0);
  },
);

test.each(kinds.filter(({ effect }) => effect === 'breaking'))(
  'with returned answers, $id says how many it touches',
  async ({ before, after }) => {
    const files = { 'old.yaml': whole(before), 'new.yaml': whole(after), 'r.csv': 'response_id\nr1\n' };
    const { out } = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', { files });
    expect(out).toMatch(/: breaking: .* \(\d+ returned answers? touched\)\n/);
  },
);

test.each(kinds)('nothing changed in either version of the example of $id', async ({ before, after }) => {
  expect((await told(before, before)).changes).toEqual([]);
  expect((await told(after, after)).changes).toEqual([]);
});

test('docs/changes.md is as the kinds have it', async () => {
  await expect(page(Object.values(questionnaireKinds), Object.values(rubricKinds))).toMatchFileSnapshot(
    `${root}docs/changes.md`,
  );
});
