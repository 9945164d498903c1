import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { errors } from './valid.js';

const question = '{ id: q1, text: Q1?, scale: four, themes: [people] }';
const main = (top: string, rubric = '') =>
  questionnaire(`${top}
dimensions:
  - { id: d, title: D, questions: [${question}] }
${rubric}`);

const fragment = `milepost: 1
kind: fragment
scales:
  four:
    levels: [{ value: 1, label: One }, { value: 2, label: Two }]
themes:
  - { id: people, title: People }
`;

describe('a fragment under `use:`', () => {
  test('gives its scales and themes', async () => {
    expect(await errors(main('use: [common/four.yaml]'), { 'common/four.yaml': fragment })).toEqual([]);
  });

  test('is not there', async () => {
    expect(
      await errors(main('use: [common/for.yaml]'), { 'common/four.yaml': fragment }),
    ).toMatchInlineSnapshot(`
      [
        "q.yaml:8:7 included-file: common/for.yaml cannot be read: there is no such file; did you mean \`common/four.yaml\`?",
      ]
    `);
  });

  test('is a questionnaire', async () => {
    const found = await errors(main('use: [other.yaml]'), { 'other.yaml': main('language: en') });
    expect(found).toMatchInlineSnapshot(`
      [
        "q.yaml:8:7 included-kind: other.yaml is a questionnaire, and a fragment is needed here",
      ]
    `);
  });

  test('is a rubric', async () => {
    const rubric = 'milepost: 1\nkind: rubric\nid: r\nversion: 1.0.0\ntitle: R\n';
    expect(await errors(main('use: [r.yaml]'), { 'r.yaml': rubric })).toMatchInlineSnapshot(`
      [
        "q.yaml:8:7 included-kind: r.yaml is a rubric, and a fragment is needed here",
      ]
    `);
  });

  test('does not say what it is', async () => {
    const bare = fragment.replace('kind: fragment\n', '');
    expect(await errors(main('use: [four.yaml]'), { 'four.yaml': bare })).toMatchInlineSnapshot(`
      [
        "four.yaml:1:1 mistaken-kind: this has the keys of a fragment, but does not say that it is one",
      ]
    `);
  });

  test('is no YAML', async () => {
    const cut = fragment.replace('label: Two }]', 'label: Two }');
    expect(await errors(main('use: [four.yaml]'), { 'four.yaml': cut })).toMatchInlineSnapshot(`
      [
        "four.yaml:5:40 yaml-syntax: YAML cannot be read here: this bracket is not closed",
      ]
    `);
  });

  test('has a mistake of its own, told where it is', async () => {
    const misspelt = fragment.replace('label: Two', 'lable: Two');
    expect(await errors(main('use: [four.yaml]'), { 'four.yaml': misspelt })).toMatchInlineSnapshot(`
      [
        "four.yaml:5:52 unknown-key: unknown key \`lable\`; did you mean \`label\`?",
      ]
    `);
  });

  test('defines what the questionnaire defines too', async () => {
    const top = `use: [four.yaml]
themes: [{ id: people, title: Staff }]
scales:
  four: { levels: [{ value: 1, label: First }, { value: 2, label: Second }] }`;
    expect(await errors(main(top), { 'four.yaml': fragment })).toMatchInlineSnapshot(`
      [
        "q.yaml:9:16 redefined: the theme \`people\` is already defined in four.yaml",
        "q.yaml:11:3 redefined: the scale \`four\` is already defined in four.yaml",
      ]
    `);
  });

  test('takes an id that a question has', async () => {
    const other = fragment.replace('themes:\n', 'themes:\n  - { id: q1, title: First }\n');
    expect(await errors(main('use: [four.yaml]'), { 'four.yaml': other })).toMatchInlineSnapshot(`
      [
        "q.yaml:10:42 duplicate-id: the id \`q1\` is taken: the theme in line 7 of four.yaml has it",
      ]
    `);
  });

  test('is included twice', async () => {
    expect(
      await errors(main('use: [four.yaml, ./four.yaml]'), { 'four.yaml': fragment }),
    ).toMatchInlineSnapshot(`
      [
        "q.yaml:8:18 used-twice: ./four.yaml is included twice",
      ]
    `);
  });

  test('has an option that the questionnaire’s own words would read as a non-answer', async () => {
    const lists = 'option_lists:\n  when: [{ id: soon, label: Soon }, { id: open, label: To be decided }]\n';
    const top = 'use: [four.yaml]\nnon_answer_words: { dont_know: [to be decided] }';
    expect(await errors(main(top), { 'four.yaml': fragment + lists })).toMatchInlineSnapshot(`
      [
        "four.yaml:9:56 reads-as-non-answer: the option label "To be decided" would be read as \`dont_know\`",
      ]
    `);
  });

  test('gives an option list to a profile field', async () => {
    const lists = 'option_lists:\n  kinds: [{ id: inner, label: Inner }, { id: outer, label: Outer }]\n';
    const top = 'use: [four.yaml]\nprofile: [{ id: kind, title: Kind, type: choice, options: kinds }]';
    expect(await errors(main(top), { 'four.yaml': fragment + lists })).toEqual([]);
    const own = `use: [four.yaml]\n${lists}profile: [{ id: kind, title: Kind, type: choice, options: kinds }]`;
    expect(await errors(main(own), { 'four.yaml': fragment })).toEqual([]);
  });

  test('is checked by itself', async () => {
    const { exit, out } = await milepost('check four.yaml --format compact', {
      files: { 'four.yaml': fragment.replace('value: 2', 'value: 1') },
    });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "four.yaml:5:49: error levels-out-of-order: level 1 stands after level 1
      "
    `);
  });
});

describe('a rubric in a file of its own', () => {
  const rubric = `milepost: 1
kind: rubric
id: strict
version: 1.0.0
title: Strict
method: min
`;
  const using = main('use: [four.yaml]', 'rubric: rubrics/strict.yaml\n');
  const files = (text: string) => ({ 'four.yaml': fragment, 'rubrics/strict.yaml': text });

  test('is used', async () => {
    expect(await errors(using, files(rubric))).toEqual([]);
  });

  test('is not there', async () => {
    expect(await errors(using, { 'four.yaml': fragment })).toMatchInlineSnapshot(`
      [
        "q.yaml:11:9 included-file: rubrics/strict.yaml cannot be read: there is no such file",
      ]
    `);
  });

  test('is a fragment', async () => {
    expect(await errors(using, files(fragment))).toMatchInlineSnapshot(`
      [
        "q.yaml:11:9 included-kind: rubrics/strict.yaml is a fragment, and a rubric is needed here",
      ]
    `);
  });

  test('has a misspelt key, told where it is', async () => {
    expect(await errors(using, files(rubric.replace('method', 'metod')))).toMatchInlineSnapshot(`
      [
        "rubrics/strict.yaml:6:1 unknown-key: unknown key \`metod\`; did you mean \`method\`?",
      ]
    `);
  });

  test('names a question that there is not', async () => {
    const override = `${rubric}questions: { q2: { weight: 2 } }\n`;
    expect(await errors(using, files(override))).toMatchInlineSnapshot(`
      [
        "rubrics/strict.yaml:7:14 rubric-unknown-question: there is no question \`q2\` to override; did you mean \`q1\`?",
      ]
    `);
  });

  test('names an index as a question is named', async () => {
    const index = `${rubric}indices: [{ id: q1, title: Q1, score: scores.d }]\n`;
    expect(await errors(using, files(index))).toMatchInlineSnapshot(`
      [
        "rubrics/strict.yaml:7:17 duplicate-id: the id \`q1\` is taken: the question \`q1\` has it",
      ]
    `);
  });

  test('is for another questionnaire', async () => {
    expect(await errors(using, files(`${rubric}for: another\n`))).toMatchInlineSnapshot(`
      [
        "rubrics/strict.yaml:7:6 rubric-not-for-this: the rubric \`strict\` is for the questionnaire \`another\`, not for \`sample\`",
      ]
    `);
  });

  test('is a list', async () => {
    expect(await errors(using, files('- method: min\n'))).toMatchInlineSnapshot(`
      [
        "rubrics/strict.yaml:1:3 not-a-map: a rubric is a map of keys, and this is none",
      ]
    `);
  });
});
