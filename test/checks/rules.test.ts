import { expect, test } from 'vitest';
import { catalogue, type DescribedRuleId } from '../../src/finding/catalogue.js';
import { ruleDescriptions } from '../../src/rubric/checks/descriptions.js';
import { root } from '../docs/pages.js';
import { milepost } from '../support/milepost.js';
import { found } from './found.js';
import { page } from './page.js';
import { whole } from './whole.js';

/** What stands in the line that the finding of each rule's bad example is in. */
const lines: { readonly [R in DescribedRuleId]: string } = {
  'yaml-syntax': '\ttype',
  'yaml-cut-at-comma': 'clamp(answers.owner',
  'missing-key': 'milepost: 1',
  'wrong-type': 'label: 1.10',
  'missing-recommended': 'milepost: 1',
  'reads-as-non-answer': 'label: N/A',
  'when-never-true': 'when: answers.owner > 4',
  'when-always-true': 'when: answers.owner ||',
  'levels-partly-worded': 'levels:',
  'levels-worded-alike': '2: some datasets',
  'labels-alike': 'label: own  centre',
  'label-changed-by-spreadsheet': 'label: 1-2',
  'label-with-semicolon': 'at least a list',
  'yaml-boolean-word': 'label: Yes',
  'yaml-leading-zero': 'score: 05',
  'yaml-text-cut': '#1 aim',
  'leading-wording': 'Do you agree',
  'double-barrelled': 'and are they',
  'hard-to-read': 'text: >-',
  'personal-not-marked': 'id: email',
  'no-example': 'id: sample',
  'nothing-scored': 'id: hosting',
  'mixed-ranges': 'id: register',
  'unreachable-maximum': 'from: 20',
  'unreachable-band': 'from: 60',
  'unreachable-threshold': 'drills: 5',
  'question-counts-little': 'id: register',
  'bands-start-late': 'from: 20',
  'example-differs': 'data: 50',
};

const rules = Object.values(ruleDescriptions);

test.each(rules)('$id finds fault with its bad example, and nothing else does', async ({ id, bad }) => {
  const text = whole(bad);
  const findings = await found(text);
  expect(findings.map(({ rule }) => rule)).toEqual([id]);
  const [first] = findings;
  expect(first?.severity).toBe(catalogue[id].severity);
  expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain(lines[id]);
});

test.each(rules)('$id finds nothing in its good example, nor does any other', async ({ good }) => {
  expect(await found(whole(good))).toEqual([]);
});

test('SARIF says why, and shows the examples, of what the plan finds too', async () => {
  const { id, reason, bad, good } = ruleDescriptions['mixed-ranges'];
  const { out } = await milepost('check --format sarif file.yaml', { files: { 'file.yaml': whole(bad) } });
  const [rule] = JSON.parse(out).runs[0].tool.driver.rules;
  const why = reason.replace(/\s+/g, ' ');
  expect(rule).toMatchObject({
    id,
    fullDescription: { text: why },
    help: { text: `${why}\n\nBad:\n\n${bad}\n\nGood:\n\n${good}` },
  });
});

test.each(['questionnaires', 'examples'])('nothing is found in %s', async (folder) => {
  const { out } = await milepost(['check', '--allow-plugins', '--format', 'compact', folder], { cwd: root });
  expect(out).toBe('');
});

test('docs/rules.md is as the rules have it', async () => {
  await expect(page(rules)).toMatchFileSnapshot(`${root}docs/rules.md`);
});
