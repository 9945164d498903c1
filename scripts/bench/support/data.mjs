// Made-up definitions and answers, the same every time.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';

const dimensions = 8;
const questionsOfEach = 5;

const questionIds = Array.from(
  { length: dimensions * questionsOfEach },
  (_, i) => `q_${Math.floor(i / questionsOfEach) + 1}_${(i % questionsOfEach) + 1}`,
);

const bands = `  bands:
    - { id: starting, label: Starting, from: 1 }
    - { id: emerging, label: Emerging, from: 2 }
    - { id: leading, label: Leading, from: 3 }
`;

const scale = `scales:
  maturity:
    levels:
      - { value: 1, label: Starting }
      - { value: 2, label: Emerging }
      - { value: 3, label: Established }
      - { value: 4, label: Leading }
`;

function head(id, title) {
  return `milepost: 1
id: ${id}
version: 1.0.0
title: ${title}
description: Made up, to be measured.
notice: Nobody answers it.
licence: CC0-1.0
profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
${scale}`;
}

/** 40 level questions in 8 dimensions. */
function survey(rubric) {
  const list = Array.from({ length: dimensions }, (_, i) => {
    const ids = questionIds.slice(i * questionsOfEach, (i + 1) * questionsOfEach);
    const questions = ids
      .map((id) => `      - { id: ${id}, text: "Question ${id}", scale: maturity }\n`)
      .join('');
    return `  - id: d_${i + 1}\n    title: Dimension ${i + 1}\n    questions:\n${questions}`;
  });
  return `${head('bench', 'Forty levels')}dimensions:\n${list.join('')}rubric:\n${rubric}`;
}

/** Questions in worded levels, as many of them as `conditions` asked where earlier ones are answered so. */
export function longInterview(count, conditions) {
  const words =
    'A wording of this level that is long enough to take more than one row of a screen of 80 columns.';
  const before = (i) => Math.floor((i * conditions) / count);
  const questions = Array.from({ length: count }, (_, i) => {
    const when = before(i + 1) > before(i) ? `, when: "answers.q_${i - 1} >= 2 || answers.q_0 == 1"` : '';
    return `      - { id: q_${i}, text: "Question ${i}, which is as long as questions are", help: Some help., scale: maturity, levels: { 1: ${words}, 4: ${words} }${when} }\n`;
  });
  return `${head('bench-interview', 'A long interview')}dimensions:\n  - id: all\n    title: All\n    questions:\n${questions.join('')}rubric: { method: mean }\n`;
}

/** Scored by means alone. */
export const meansYaml = survey(`  method: mean\n  coverage: 0.5\n${bands}`);

/** The same, answered by departments of organisations. */
export const comparedYaml = meansYaml.replace(
  'required: true, unit: true }\n',
  'required: true, unit: true }\n  - { id: department, title: Department, required: true, unit: true }\n',
);

/** The same with themes, targets and barriers, for a report. */
export const reportedYaml = comparedYaml
  .replace(
    'dimensions:\n',
    'themes: [{ id: people, title: People }, { id: process, title: Process }, { id: tools, title: Tools }]\nbarriers: [{ id: skills, label: Skills }, { id: money, label: Money }, { id: legacy, label: Legacy contracts }]\ndimensions:\n',
  )
  .replaceAll(/scale: maturity }/g, 'scale: maturity, ask: [target, barriers], themes: [people] }')
  .replaceAll(/(id: q_\d_[24],.*)\[people\]/g, '$1[process]')
  .replaceAll(/(id: q_\d_[35],.*)\[people\]/g, '$1[tools]');

/** Scored with three expressions and a staged dimension beside the means. */
export const expressionsYaml = survey(`  method: mean
  coverage: 0.5
  dimensions:
    d_1: { method: expression, score: "(answers.q_1_1 + 2 * answers.q_1_2 + 3 * answers.q_1_3) / 6", range: [1, 4] }
    d_2: { method: expression, score: "has(answers.q_2_1) && answers.q_2_1 >= 3 ? mean([answers.q_2_2, answers.q_2_3]) : 1", range: [1, 4] }
    d_3: { method: expression, score: "clamp(1 + count_at_least([answers.q_3_1, answers.q_3_2, answers.q_3_3, answers.q_3_4, answers.q_3_5], 3), 1, 4)", range: [1, 4] }
    d_4:
      method: staged
      at_least: 2
      stages:
        - { id: basic, title: Basic, members: [q_4_1, q_4_2] }
        - { id: managed, title: Managed, members: { q_4_3: 3, q_4_4: 2 }, share: 0.5 }
        - { id: measured, title: Measured, members: [q_4_5] }
${bands}`);

/** 50 questions of several types, some conditional, as an author would write them. */
export const checkedYaml = `${head('bench-check', 'Fifty questions')}option_lists:
  hosting:
    - { id: own, label: Our own, score: 0 }
    - { id: shared, label: Shared with others, score: 1 }
    - { id: cloud, label: Cloud, score: 2 }
themes:
  - { id: people, title: People }
  - { id: process, title: Process }
dimensions:
${Array.from({ length: 5 }, (_, i) => `  - id: area_${i + 1}\n    title: Area ${i + 1}\n    weight: ${(i % 3) + 1}\n    questions:\n${mixed(i)}`).join('')}rubric:
  method: mean
  range: [0, 100]
  missing: { dont_know: lowest }
  coverage: 0.6
  bands:
    - { id: low, label: Low, from: 0 }
    - { id: middle, label: Middle, from: 40 }
    - { id: high, label: High, from: 70 }
  round: { digits: 1 }
examples:
  - { name: one answer, answers: { a_1_1: 3 }, expect: { scores: { area_5: null } } }
`;

function mixed(area) {
  return Array.from({ length: 10 }, (_, i) => {
    const id = `a_${area + 1}_${i + 1}`;
    const first = `answers.a_${area + 1}_1`;
    const text = `        text: How far along is the work of area ${area + 1} that question ${i + 1} asks about?\n`;
    const condition =
      i === 4 || i === 8 ? `        when: ${first} >= 2${i === 8 ? ` && ${first} < 4` : ''}\n` : '';
    const body =
      i % 5 === 3
        ? '        type: choice\n        options: hosting\n'
        : i % 5 === 4
          ? '        type: number\n        min: 0\n        max: 100\n        unit: per cent\n'
          : `        scale: maturity\n        levels:\n          1: Nobody does it yet.\n          2: One team does it.\n          3: Most teams do it.\n          4: Everybody does it, and it is reviewed every year.\n        themes: [${i % 2 === 0 ? 'people' : 'process'}]\n`;
    return `      - id: ${id}\n${text}        help: Answer for the whole department.\n${body}${condition}`;
  }).join('');
}

const askedOf = { dimensions: 20, questions: 25, conditions: 200 };

/** 500 questions of several types, 200 of them under a condition that the first answer of their dimension meets or not. */
export const askedYaml = `${head('bench-ask', 'Five hundred questions')}option_lists:
  hosting:
    - { id: own, label: Our own, score: 0 }
    - { id: shared, label: Shared with others, score: 1 }
    - { id: cloud, label: Cloud, score: 2 }
dimensions:
${Array.from({ length: askedOf.dimensions }, (_, i) => `  - id: part_${i + 1}\n    title: Part ${i + 1}\n    questions:\n${asked(i + 1)}`).join('')}rubric:
  method: mean
  range: [0, 100]
${bands}`;

function asked(part) {
  const conditions = askedOf.conditions / askedOf.dimensions;
  return Array.from({ length: askedOf.questions }, (_, i) => {
    const type =
      i === 0 || i % 3 > 0 ? 'scale: maturity, ask: [target, evidence]' : 'type: choice, options: hosting';
    const when =
      i > 0 && i <= conditions
        ? `, when: 'answers.a_${part}_1 >= 2 && answers.a_${part}_1 <= ${2 + (i % 3)}'`
        : '';
    return `      - { id: a_${part}_${i + 1}, text: "How far along is the work of part ${part} that question ${i + 1} asks about?", ${type}${when} }\n`;
  }).join('');
}

/** Numbers that look random, the same ones each time. */
function sequence(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A level, or in 5 of 100 answers a blank and in 3 "don't know". */
function answer(random) {
  const at = random();
  return at < 0.05 ? '' : at < 0.08 ? 'DK' : String(1 + Math.floor(random() * 4));
}

/** The answers of some responses, as the engine takes them. */
export function madeAnswers(count) {
  const random = sequence(20261123);
  return Array.from({ length: count }, () => {
    const values = [];
    const states = [];
    for (let i = 0; i < questionIds.length; i++) {
      const text = answer(random);
      values.push(text === '' || text === 'DK' ? undefined : Number(text));
      states.push(text === '' ? 'unanswered' : text === 'DK' ? 'dont_know' : 'value');
    }
    return { given: { values, profile: {} }, states };
  });
}

/** Writes the same responses as a workbook, levels being numbers. */
export async function writeWorkbook(file, rows) {
  const random = sequence(4711);
  const table = [['response_id', 'organisation', ...questionIds]];
  for (let row = 1; row <= rows; row++) {
    const answers = questionIds.map(() => {
      const text = answer(random);
      return text === '' ? null : text === 'DK' ? text : Number(text);
    });
    table.push([`r-${row}`, `Authority ${1 + (row % 200)}`, ...answers]);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table, { dense: true }), 'Data');
  await writeFile(file, write(book, { type: 'buffer', compression: true }));
}

/**
 * Writes responses of departments in several waves as CSV, the same people in each; gives the count of rows. With `remarks`, each
 * has a target and a barrier for the first question of each dimension. With `few`, one department of each organisation has only
 * so many responses, and the next has the rest.
 */
export async function writeWaves(
  file,
  { organisations, departments, responses, waves, remarks = false, few = responses },
) {
  const random = sequence(1789);
  const firsts = remarks ? questionIds.filter((id) => id.endsWith('_1')) : [];
  const beside = firsts.flatMap((id) => [`,${id}__target`, `,${id}__barriers`]).join('');
  const lines = [`response_id,wave,organisation,department,${questionIds.join(',')}${beside}`];
  for (let wave = 1; wave <= waves; wave++) {
    for (let row = 0; row < organisations * departments * responses; row++) {
      const own = Math.floor(row / responses) % departments;
      const department = own === 0 && row % responses >= few ? 1 : own;
      const organisation = Math.floor(row / responses / departments);
      const answers = questionIds.map(() => answer(random)).join(',');
      const said = firsts.map(() => `,${random() < 0.5 ? 3 : 4},${random() < 0.5 ? 'skills' : 'money'}`);
      lines.push(
        `r-${row},${2023 + wave},Authority ${organisation},Department ${department},${answers}${said.join('')}`,
      );
    }
  }
  await writeFile(file, `${lines.join('\n')}\n`);
  return lines.length - 1;
}

/** Writes responses as CSV. */
export async function writeResponses(file, rows) {
  const random = sequence(4711);
  const out = createWriteStream(file);
  let text = `response_id,organisation,${questionIds.join(',')}\n`;
  for (let row = 1; row <= rows; row++) {
    text += `r-${row},Authority ${1 + (row % 200)}`;
    for (let i = 0; i < questionIds.length; i++) text += `,${answer(random)}`;
    text += '\n';
    if (text.length < 2 ** 18) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
