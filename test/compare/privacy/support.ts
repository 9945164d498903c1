/** One question for each of two dimensions, from 1 to 4; an organisation pools its responses. */
export function questionnaire({
  rollup = 'organisation: { of: responses }',
  privacy = 'privacy: { min_group: 5 }',
  overall = 'mean',
  bands = '',
  /** Whether somebody says in which role, and which barriers can be named. */
  profile = '',
  barriers = '',
  /** What is asked beside each question. */
  ask = { q1: [] as readonly string[], q2: [] as readonly string[] },
} = {}): string {
  const asking = (all: readonly string[]) => (all.length === 0 ? '' : `, ask: [${all.join(', ')}]`);
  return `milepost: 1
id: check
version: 1.0.0
title: Check
description: Two questions on one scale.
notice: Nobody sees the answers.
licence: CC0-1.0
profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
${profile}
${privacy}
${barriers}
scales:
  maturity: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: data
    title: Data
    questions: [{ id: q1, text: Are the data good?, scale: maturity${asking(ask.q1)} }]
  - id: culture
    title: Culture
    questions: [{ id: q2, text: Is the culture good?, scale: maturity${asking(ask.q2)} }]
rubric: { rollup: { ${rollup} }, overall: { method: ${overall} } ${bands === '' ? '' : `, bands: ${bands}`} }
`;
}

export const roles =
  '  - { id: role, title: Role, type: choice, options: [{ id: x, label: X }, { id: y, label: Y }] }';
export const twoBarriers = 'barriers: [{ id: skills, label: Skills }, { id: money, label: Money }]';

/** Responses of departments, each with its two scores. */
export function responses(
  departments: Readonly<Record<string, readonly (readonly [number, number])[]>>,
  organisation = 'Northbridge',
): readonly string[] {
  return Object.entries(departments).flatMap(([department, scores]) =>
    scores.map(
      ([first, second], i) =>
        `${organisation}-${department}-${i},${organisation},${department},${first},${second},1,`,
    ),
  );
}

const heading = 'response_id,organisation,department,q1,q2,participants,official';

export function setting(lines: readonly string[], text = questionnaire()) {
  return { files: { 'q.yaml': text, 'r.csv': `${[heading, ...lines].join('\n')}\n` } };
}

/** Pairs of equal scores. */
export function both(...scores: readonly number[]): readonly (readonly [number, number])[] {
  return scores.map((score) => [score, score]);
}
