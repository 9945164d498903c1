import { isAbsolute } from 'node:path';
import type { Provenance, ProvenanceInput, Versioned } from '../../export/provenance/provenance.js';
import type { Input } from '../../intake/batch.js';
import type { Privacy, Questionnaire, RubricSource } from '../../questionnaire/questionnaire.js';
import { canonicalJson } from '../../response/meaning/canonical-json.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import type { Host } from '../host.js';
import type { WhatToRead } from '../project/what-to-read.js';
import { type DigestedInput, digested, sha256Of } from '../returns/digests.js';
import { responseInput } from '../returns/inputs.js';
import type { Prepared } from '../scoring/prepare.js';
import type { Tally } from '../scoring/scoring.js';
import type { CompareOptions } from './options.js';

/** Options that say where and how to write, and when to fail: they bear on no figure. */
const ofOutput: readonly string[] = ['output', 'format', 'color', 'failOn', 'stamp', 'datapackage', 'config'];

/** Answers whose bytes are digested as they are read. */
export function digestedInputs(inputs: readonly Input[]): readonly (Input & DigestedInput)[] {
  return inputs.map((input) => ({ ...input, ...digested(input) }));
}

/** What goes into a comparison beside its definitions. */
export interface Sources {
  /** One of a name for each time that it is read. */
  readonly inputs: readonly DigestedInput[];
  readonly read: Tally['read'];
  /** Files that answers are read by. */
  readonly beside: readonly ProvenanceInput[];
}

/** What is told of the run besides. */
export interface ProvenanceContext {
  /** Milepost's own. */
  readonly version: string;
  /** How a file is named to whoever is given the figures. */
  readonly nameOf: (file: string) => string;
  /** What was in force, whoever asked for it. */
  readonly privacy: Privacy;
  /** From the earliest on; empty text where responses name none. */
  readonly waves: readonly string[];
}

/** What figures were made of. Of what groups of waves were answered and scored by, the current version's comes last. */
export function provenanceOf(
  groups: readonly Pick<Prepared, 'questionnaire' | 'rubrics'>[],
  current: Questionnaire,
  { inputs, read, beside }: Sources,
  options: CompareOptions,
  { version, nameOf, privacy, waves }: ProvenanceContext,
): Provenance {
  const { licence, sources } = current;
  const now = versioned(current, questionnaireDigest(current));
  const versions = groups.map(({ questionnaire }) =>
    versioned(questionnaire, questionnaireDigest(questionnaire)),
  );
  const earlier = byDigest(versions.filter(({ digest }) => digest !== now.digest));
  const rubrics = groups.flatMap((group) => group.rubrics);
  const answers = [...new Map(inputs.map((input) => [input.name, input])).values()];
  return {
    program: { name: 'Milepost', version },
    questionnaire: { ...now, ...(licence === undefined ? {} : { licence }), sources },
    ...(earlier.length === 0 ? {} : { earlier }),
    rubrics: byDigest(rubrics.map((rubric) => versioned(rubric, rubricDigest(rubric)))),
    ...(waves.some((wave) => wave !== '') ? { waves } : {}),
    inputs: [
      ...answers.map(({ name, sha256 }): ProvenanceInput => {
        const digest = sha256();
        return {
          name: nameOf(name),
          kind: 'answers',
          ...(digest === null ? {} : { digest: `sha256:${digest}` }),
          rows: read.get(name) ?? 0,
        };
      }),
      ...beside.map((file) => ({ ...file, name: nameOf(file.name) })),
    ],
    options: optionsGiven(options, nameOf),
    ...(privacy.minGroup > 1 ? { small_groups: { min_group: privacy.minGroup, count: privacy.count } } : {}),
    ...(options.stamp ? { stamp: new Date().toISOString() } : {}),
  };
}

function byDigest(all: readonly Versioned[]): readonly Versioned[] {
  return [...new Map(all.map((each) => [each.digest, each])).values()];
}

/** The unit register, how many units it has, and the maps that answers are read by and carried to the current version by. */
export async function filesBeside(
  { project, responses }: WhatToRead,
  { units = project?.units, map }: CompareOptions,
  { registered, carriedBy }: { readonly registered: number; readonly carriedBy: readonly string[] },
  host: Host,
): Promise<readonly ProvenanceInput[]> {
  const ofSources = responses.length > 0 ? [] : (project?.sources ?? []);
  const maps = [
    ...(map === undefined ? ofSources.flatMap((source) => source.map ?? []) : [map]),
    ...carriedBy,
  ];
  const named = [
    ...(units === undefined ? [] : [{ name: units, kind: 'register' as const, rows: registered }]),
    ...[...new Set(maps)].map((name) => ({ name, kind: 'map' as const })),
  ];
  return Promise.all(named.map(async (file) => ({ ...file, ...(await digestOf(file.name, host)) })));
}

/** The digest of a whole file. */
async function digestOf(file: string, host: Host): Promise<Pick<ProvenanceInput, 'digest'>> {
  const { chunks, sha256 } = digested(responseInput(host, file));
  for await (const _ of chunks);
  const digest = sha256();
  return digest === null ? {} : { digest: `sha256:${digest}` };
}

/** SHA-256 over the canonical JSON (RFC 8785) of a rubric's keys, wherever it is written. */
function rubricDigest({ body }: RubricSource): string {
  return `sha256:${sha256Of(canonicalJson(JSON.parse(JSON.stringify(body))))}`;
}

function versioned(
  { id, version, title }: Pick<Questionnaire | RubricSource, 'id' | 'version' | 'title'>,
  digest: string,
): Versioned {
  return { id, version, title, digest };
}

/** What was asked for, defaults included, as it would be written on the command line. */
function optionsGiven(options: CompareOptions, nameOf: ProvenanceContext['nameOf']): Provenance['options'] {
  const shared = (value: unknown) => (isAbsolute(String(value)) ? nameOf(String(value)) : String(value));
  return Object.entries(options).flatMap(([key, value]: [string, unknown]) => {
    if (ofOutput.includes(key) || value === undefined || value === false) return [];
    const option = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [{ option, value: '' }];
    if (Array.isArray(value))
      return value.length === 0 ? [] : [{ option, value: value.map(shared).join(',') }];
    return [{ option, value: shared(value) }];
  });
}
