import { count } from '../../../finding/words.js';
import { type NonAnswer, nonAnswers } from '../../../questionnaire/questionnaire.js';
import type { Policies } from '../../../rubric/plan.js';
import { peopleNotes, smallCountsNote } from '../../comparison/counted-words.js';
import { provenanceLines } from '../../provenance/provenance.js';
import { dimensionsOf, overallOf } from '../figures/figures.js';
import type { Block, Part } from '../model/report.js';
import { given, title, type Words, words } from '../model/words.js';
import type { ReportSource } from '../source/source.js';
import { unitNameWords } from '../source/unit-words.js';
import { isOfPage, withheldInParts } from '../source/withheld-here.js';
import type { ReportPart } from './part.js';

/** How the figures were made: policies, coverage, low and high, bands, versions and inputs. */
export const made: ReportPart = {
  topic: 'How the figures were made',
  make: (source, before) => ({
    heading: headingOf(source),
    blocks: [
      { kind: 'facts', facts: [...countedFacts(source), ...methodFacts(source)] },
      ...notesOf(source, before),
      {
        kind: 'facts',
        facts: provenanceLines(source.provenance).map(
          ([name, value]) => [words`${name}`, [given(value)]] as const,
        ),
      },
    ],
  }),
};

/** `134 responses, scored by “Digital maturity” 1.0.0` */
function headingOf({ counted, plan }: ReportSource): Words {
  return words`${count(counted, 'response')}, scored by “${title(plan.rubric.title)}” ${plan.rubric.version}`;
}

/** Of rows that were read, some are refused, merged, filtered away or of other waves. */
function countedFacts({ counted, provenance }: ReportSource): readonly (readonly [Words, Words])[] {
  const rows = provenance.inputs.reduce(
    (sum, { kind, rows: read = 0 }) => sum + (kind === 'answers' ? read : 0),
    0,
  );
  return rows === counted
    ? []
    : [[words`Counted`, words`${counted} of the ${count(rows, 'row')} of answers that were read.`]];
}

function methodFacts({ plan, settings, comparison }: ReportSource): readonly (readonly [Words, Words])[] {
  const overall = overallOf(plan);
  const minimum = Math.max(0, ...dimensionsOf(plan).map((node) => node.minimum));
  const { digits, mode } = plan.rounding;
  const bands = (overall ?? dimensionsOf(plan)[0])?.bands ?? [];
  return [
    ...policyFacts(plan.terms.map(({ policies }) => policies)),
    [
      words`Coverage`,
      minimum > 0
        ? words`A figure of which less than ${percent(minimum)} was answered has no score.`
        : words`Every figure with an answer has a score, however much was left open.`,
    ],
    [
      words`Low and high`,
      words`Where a figure could lie if what was left unanswered, not known or refused had been answered at its lowest or its highest.`,
    ],
    ...(bands.length === 0
      ? []
      : ([
          [
            words`Levels`,
            bands.flatMap(
              ({ label, from, exclusive }, at): Words => [
                ...(at === 0 ? [] : [', ']),
                title(label),
                exclusive ? ` above ${from}` : ` from ${from}`,
              ],
            ),
          ],
        ] as const)),
    ...peopleNotes(comparison.units).map((note) => [words`Responses`, words`${note}`] as const),
    [
      words`Rounding`,
      words`To ${digits} decimals, ${mode === 'half_up' ? 'half up' : 'half to even'}, when shown.`,
    ],
    ...(settings.rank ? [] : ([[words`Order`, words`Nobody is ranked.`]] as const)),
  ];
}

const nonAnswerNames: Readonly<Record<NonAnswer, string>> = {
  unanswered: 'blanks',
  dont_know: '“don’t know”',
  not_applicable: '“not applicable”',
  refused: '“prefer not to say”',
  not_asked: 'questions that were not asked',
};

/** What non-answers count as, those that count alike together. */
function policyFacts(all: readonly Policies[]): readonly (readonly [Words, Words])[] {
  const alike = new Map<string, string[]>();
  for (const kind of nonAnswers) {
    const found = new Set(all.map((policies) => policies[kind]));
    const [only] = found;
    const what =
      found.size > 1
        ? 'Counted differently by question'
        : only === 'exclude' || only === undefined
          ? 'Left out'
          : `Counted as ${only}`;
    alike.set(what, [...(alike.get(what) ?? []), nonAnswerNames[kind]]);
  }
  const parts = [...alike].map(([what, kinds]) => `${what}: ${kinds.join(', ')}`);
  return [[words`Non-answers`, words`${parts.join('. ')}.`]];
}

function notesOf(source: ReportSource, before: readonly Part[]): readonly Block[] {
  const { own, forRelease } = source;
  const isAny = own === undefined;
  return [
    ...source
      .withheldOf((place) => isOfPage(place, source), withheldInParts(before))
      .map(
        (text): Block => ({
          kind: 'paragraph',
          text: words`${isAny ? 'In all tables together' : words`Of ${unitNameWords(own.unit)}, in all tables together`}: ${text}`,
        }),
      ),
    ...(forRelease
      ? [
          {
            kind: 'paragraph' as const,
            text: words`This page is for release: small groups are withheld, and nobody is ranked. ${smallCountsNote}`,
          },
        ]
      : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
