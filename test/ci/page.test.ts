import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pages, root } from '../docs/pages.js';

const [workflow, action, preCommit] =
  pages
    .find(({ path }) => path === 'docs/ci.md')
    ?.fences.filter(({ language }) => language === 'yaml')
    .map(({ text }) => parse(text)) ?? [];
const fileOf = (name: string) => parse(readFileSync(`${root}${name}`, 'utf8'));

test('the workflow that the page shows is the one that init writes', () => {
  const { jobs, ...rest } = fileOf('templates/.github/workflows/milepost.yml');
  expect(workflow).toEqual({ ...rest, jobs });
});

test('the action that the page shows has these inputs', () => {
  const { with: given } = action.jobs.check.steps.at(-1);
  expect(Object.keys(given)).toEqual(['paths', 'fail-on', 'diff']);
  expect(Object.keys(fileOf('action.yml').inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
});

test('the hook that the page shows is there', () => {
  expect(preCommit.repos[0].hooks[0].id).toBe(fileOf('.pre-commit-hooks.yaml')[0].id);
});
