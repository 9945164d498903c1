import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { textOf } from '../../../src/finding/catalogue.js';
import type { ColumnsMap } from '../../../src/intake/columns/returns-map.js';
import { intake } from '../../../src/intake/intake.js';
import { openLedger } from '../../../src/intake/ledger/ledger.js';
import type { FileOptions, IntakeOptions } from '../../../src/intake/options.js';
import { loadQuestionnaire } from '../../../src/questionnaire/load.js';
import type { Questionnaire } from '../../../src/questionnaire/questionnaire.js';
import type { Response } from '../../../src/response/response.js';

/** What an export came to. */
export interface Read {
  readonly flavour: string | undefined;
  readonly responses: readonly Response[];
  /** `read = accepted + refused + left out` of the ledger. */
  readonly counts: string;
  readonly leftOut: Readonly<Record<string, number | undefined>>;
  /** What was said of refused rows, then of the file. */
  readonly texts: readonly string[];
  readonly rules: readonly string[];
}

const folder = new URL('./', import.meta.url);

export function fileOf(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

/** The questionnaire that all exports here answer. */
const here = loaded(fileOf('questionnaire.yaml').toString());

function loaded(text: string): Questionnaire {
  const { questionnaire } = loadQuestionnaire('questionnaire.yaml', {
    read: () => ({ text }),
    resolve: (_, relative) => relative,
  });
  if (questionnaire === undefined) throw new Error('the questionnaire of these tests has errors');
  return questionnaire;
}

/** Reads a file, its personal fields kept. */
export async function readExport(
  content: string | Uint8Array,
  {
    name = 'export.csv',
    questionnaire = here,
    map,
    options = {},
    reading = {},
  }: {
    name?: string;
    questionnaire?: Questionnaire;
    map?: string;
    options?: IntakeOptions;
    reading?: FileOptions;
  } = {},
): Promise<Read> {
  async function* chunks() {
    yield Buffer.from(content);
  }
  const input = {
    name,
    chunks: chunks(),
    options: { ...reading, ...(map === undefined ? {} : { map: mapOf(map) }) },
  };
  const ledger = openLedger();
  const responses: Response[] = [];
  const ofRows: string[] = [];
  const ofFile: string[] = [];
  const rules: string[] = [];
  for await (const batch of intake(questionnaire, [input], { keep: new Set(['email']), ...options })) {
    ledger.enter(batch);
    responses.push(...batch.accepted.map(({ response }) => response));
    for (const { findings } of batch.rejected) {
      ofRows.push(...findings.map((found) => textOf(found)));
      rules.push(...findings.map(({ rule }) => rule));
    }
    ofFile.push(...batch.findings.map((found) => textOf(found)));
    rules.push(...batch.findings.map(({ rule }) => rule));
  }
  const { sources, totals } = ledger.close();
  const { read, accepted, refused, left_out } = totals;
  return {
    flavour: sources[0]?.flavour,
    responses,
    counts: `${read} = ${accepted} + ${refused} + ${left_out}`,
    leftOut: sources[0]?.left_out_because ?? {},
    texts: [...ofRows, ...ofFile],
    rules,
  };
}

function mapOf(text: string): ColumnsMap {
  return { definition: parse(text), place: () => ({ file: 'map.yaml' }) };
}

/** Responses without what tools have of their own: their ids, and how exactly they write a time. */
export function sayings(responses: readonly Response[]): readonly unknown[] {
  return responses.map(({ id: _, completed, ...response }) => ({
    ...response,
    completed:
      completed === undefined ? undefined : new Date(/[Z+]/.test(completed) ? completed : `${completed}Z`),
  }));
}
