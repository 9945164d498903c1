import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding, type Place } from '../../finding/finding.js';
import { suggestion } from '../../finding/suggest.js';
import type { Locator } from '../../questionnaire/load.js';
import type { Example, Origin, Questionnaire } from '../../questionnaire/questionnaire.js';
import { type AnswerReader, answerReaderById, readAnswer } from '../../response/reading/read-answer.js';
import { profileReader, readProfileValue } from '../../response/reading/read-profile.js';
import { resolve } from '../../response/resolve.js';
import type { Answer, Response } from '../../response/response.js';
import { bandOf } from '../bands.js';
import { explainBriefly } from '../derivation/explain-briefly.js';
import { round } from '../numerics.js';
import type { Band, Plan } from '../plan.js';
import { type Scorecard, scorer } from '../score.js';

/** Scores the examples of a questionnaire and reports every figure that is not as its author expects. */
export function checkExamples(plan: Plan, locator: Locator): readonly Finding[] {
  const findings: Finding[] = [];
  const score = scorer(plan);
  const readerOf = answerReaderById(plan.questionnaire);
  for (const example of plan.questionnaire.examples) {
    const at = (...path: (string | number)[]): Origin => ({
      file: example.origin.file,
      path: [...example.origin.path, ...path],
    });
    const place: PlaceAt = (...path) => locator.place(at(...path));
    const response = readExample(
      example,
      { questionnaire: plan.questionnaire, readerOf, at: place },
      findings,
    );
    if (response === undefined) continue;
    const resolved = resolve(plan.questionnaire, response);
    const card = score({ given: resolved, states: resolved.states });
    compare(example, plan, card, place, findings);
  }
  return findings;
}

type PlaceAt = (...path: (string | number)[]) => Place;

interface Reading {
  readonly questionnaire: Questionnaire;
  readonly readerOf: (id: string) => AnswerReader | undefined;
  readonly at: PlaceAt;
}

/** An example as a response, through the reader of all answers. */
function readExample(
  example: Example,
  { questionnaire, readerOf, at }: Reading,
  findings: Finding[],
): Response | undefined {
  const { name, answers: written, profile: about = {} } = example.definition;
  const before = findings.length;
  const answers: Record<string, Answer> = {};
  for (const [id, value] of Object.entries(written)) {
    const reader = readerOf(id);
    const place = at('answers', id);
    if (reader === undefined) {
      const known = questionnaire.questions.map((question) => question.id);
      findings.push(finding('example-unknown-question', place, { id, ...suggestion(id, known) }));
      continue;
    }
    const read = readAnswer(reader, value, { place, name: id });
    if (read.kind === 'fault') {
      findings.push(finding('example-answer', place, { question: id, detail: textOf(read.finding) }));
    } else if (read.kind === 'value') answers[id] = { value: read.value };
    else if (read.kind === 'non_answer') answers[id] = { non_answer: read.non_answer };
  }
  const profile: Record<string, string | number> = {};
  const fields = new Map(questionnaire.profile.map((field) => [field.id, profileReader(field)]));
  for (const [id, value] of Object.entries(about)) {
    const reader = fields.get(id);
    const place = at('profile', id);
    if (reader === undefined) {
      findings.push(finding('example-unknown-question', place, { id, ...suggestion(id, fields.keys()) }));
      continue;
    }
    const read = readProfileValue(reader, value, { place, name: id });
    if (typeof read === 'object') {
      findings.push(finding('example-answer', place, { question: id, detail: textOf(read) }));
    } else if (read !== undefined) profile[id] = read;
  }
  if (findings.length > before) return undefined;
  const { id, version } = questionnaire;
  return { milepost: 1, questionnaire: { id, version }, id: name, profile, answers };
}

interface Expected {
  readonly id: string;
  readonly slot: number;
  readonly bands: readonly Band[];
}

function compare(example: Example, plan: Plan, card: Scorecard, at: PlaceAt, findings: Finding[]): void {
  const { name, expect } = example.definition;
  const figures = new Map<string, Expected>(
    [...plan.nodes, ...plan.indices].map((figure) => [figure.id, figure]),
  );
  const report = (kind: string, id: string, expected: unknown, actual: unknown) => {
    findings.push(
      finding('example-differs', at('expect', kind, id), {
        example: name,
        figure: `${kind === 'scores' ? 'the score' : kind === 'bands' ? 'the band' : `the ${kind}`} of \`${id}\``,
        expected: shown(expected),
        actual: shown(actual),
        because: explainBriefly(plan, card, id),
      }),
    );
  };
  const each = <T>(
    kind: string,
    wanted: Readonly<Record<string, T>> | undefined,
    test: (figure: Expected, value: T) => void,
  ) => {
    for (const [id, value] of Object.entries(wanted ?? {})) {
      const figure = figures.get(id);
      if (figure !== undefined) {
        test(figure, value);
        continue;
      }
      findings.push(
        finding('example-unknown-node', at('expect', kind, id), { id, ...suggestion(id, figures.keys()) }),
      );
    }
  };
  const scoreOf = ({ slot }: Expected) => card.scores[slot] ?? Number.NaN;
  each('scores', expect.scores, (figure, expected) => {
    const actual = scoreOf(figure);
    if (expected === null) {
      if (!Number.isNaN(actual)) report('scores', figure.id, null, actual);
    } else if (!agrees(actual, expected, plan)) {
      report(
        'scores',
        figure.id,
        expected,
        Number.isNaN(actual)
          ? null
          : round(actual, Math.max(decimals(expected), plan.rounding.digits), plan.rounding.mode),
      );
    }
  });
  each('bands', expect.bands, (figure, expected) => {
    const known = figure.bands.map(({ id }) => id);
    if (expected !== null && known.length > 0 && !known.includes(expected)) {
      const args = { node: figure.id, band: expected, known, ...suggestion(expected, known) };
      findings.push(finding('example-unknown-band', at('expect', 'bands', figure.id), args));
      return;
    }
    const actual = bandOf(scoreOf(figure), figure.bands)?.id;
    if (actual !== expected) report('bands', figure.id, expected, actual ?? null);
  });
  each('ratings', expect.ratings, (figure, expected) => {
    const actual = bandOf(scoreOf(figure), figure.bands)?.value ?? null;
    if (actual !== expected) report('ratings', figure.id, expected, actual);
  });
  each('coverage', expect.coverage, ({ id, slot }, expected) => {
    const actual = card.coverage[slot] ?? Number.NaN;
    if (!agrees(actual, expected, plan))
      report(
        'coverage',
        id,
        expected,
        Number.isNaN(actual) ? null : round(actual, Math.max(4, decimals(expected)), 'half_up'),
      );
  });
  each('status', expect.status, ({ id, slot }, expected) => {
    if (card.status[slot] !== expected) report('status', id, expected, card.status[slot]);
  });
}

/** Compared at the digits written: 66.67 is met by 66.666…, and 66.7 too. */
function agrees(actual: number, expected: number, { rounding }: Plan): boolean {
  return round(actual, decimals(expected), rounding.mode) === expected;
}

function decimals(written: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(written)) ?? [];
  return Math.min(15, Math.max(0, fraction.length - Number(exponent)));
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'none' : String(value);
}
