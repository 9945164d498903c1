import { Buffer } from 'node:buffer';
import { helpOf, textOf } from '../../src/finding/catalogue.js';
import type { Finding } from '../../src/finding/finding.js';
import { intake } from '../../src/intake/intake.js';
import type { FileOptions, IntakeOptions } from '../../src/intake/options.js';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.js';
import type { Response } from '../../src/response/response.js';
import { brief, questionnaireOf } from '../response/fixture.js';

/** Two units, three levels of which the first is required, options with a condition. */
export const small = questionnaireOf(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: email, title: E-mail, personal: true }
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: Middle }, { value: 3, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: Q1?, scale: s, required: true, ask: [target] }
      - { id: q2, text: Q2?, scale: s }
      - { id: q3, text: Q3?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }], when: answers.q1 >= 2 }
`);

export interface Outcome {
  readonly responses: readonly Response[];
  readonly accepted: readonly string[];
  /** `line because` of every reject. */
  readonly rejected: readonly string[];
  /** `line:column rule` of every finding, those of rejects first. */
  readonly findings: readonly string[];
  readonly texts: readonly string[];
  readonly helps: readonly (string | undefined)[];
}

/** Reads files by name, whole or in pieces of so many bytes. */
export async function take(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    questionnaire = small,
    piece = 1 << 16,
    options = {},
    reading = {},
  }: { questionnaire?: Questionnaire; piece?: number; options?: IntakeOptions; reading?: FileOptions } = {},
): Promise<Outcome> {
  const inputs = Object.entries(files).map(([name, content]) => ({
    name,
    chunks: pieces(Buffer.from(content), piece),
    options: reading,
  }));
  const responses: Response[] = [];
  const rejected: string[] = [];
  const ofRows: Finding[] = [];
  const ofFiles: Finding[] = [];
  for await (const batch of intake(questionnaire, inputs, options)) {
    responses.push(...batch.accepted.map(({ response }) => response));
    for (const { place, because, findings } of batch.rejected) {
      rejected.push(`${place.cell?.line ?? place.path?.join('.')} ${because}`);
      ofRows.push(...findings);
    }
    ofFiles.push(...batch.findings);
  }
  const findings = [...ofRows, ...ofFiles];
  return {
    responses,
    accepted: responses.map(({ id }) => id),
    rejected,
    findings: brief(findings),
    texts: findings.map((found) => textOf(found)),
    helps: findings.map((found) => helpOf(found)),
  };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
