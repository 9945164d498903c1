import { type Division, divisions } from '../../../compare/agreement/agreement.js';
import type { UnitRatings } from '../../../compare/agreement/ratings.js';
import { type Unit, unitKey } from '../../../compare/comparison.js';
import type { LevelQuestion } from '../../../questionnaire/questionnaire.js';
import { statisticDigits } from '../../comparison/tables/cells.js';
import type { TableCell } from '../../tables/table.js';
import { count, figureCell, named, score, text, textCell } from '../model/columns.js';
import type { Block, ReportTable } from '../model/report.js';
import { title, type Words, words } from '../model/words.js';
import { recordsAbout } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import { isAnyWithheld, tellsOfOthers } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** Questions that are told of at most. */
const mostShown = 10;

/** How a unit rates each question. */
const tells = tellsOfOthers('ratings');

/** Where people disagree, and so what there is to talk about. */
export const disagreement: ReportPart = {
  topic: 'Where people disagree, and what to talk about',
  tells,
  make: (source) => {
    const { own } = source;
    const units = own === undefined ? unitsNow(source) : [own.unit];
    const ratings = new Map(
      source.groups.flatMap(({ gathered }) => gathered.ratings).map((each) => [unitKey(each.place), each]),
    );
    const found = units.flatMap((unit) => dividedIn(unit, ratings.get(unitKey(unit)), source));
    if (found.length === 0) {
      return {
        why: nothingShown(
          isAnyWithheld(source, tells),
          words`no ratings of a question lie two levels or more apart`,
        ),
      };
    }
    const questions = together(found);
    const shown = questions.slice(0, mostShown);
    return {
      heading: headingOf(questions, units, source),
      blocks: [
        ...chartBlocks(shown),
        { kind: 'table', table: tableOf(shown, source) },
        ...(questions.length > shown.length
          ? [
              {
                kind: 'paragraph' as const,
                text: words`${questions.length - shown.length} more are not listed.`,
              },
            ]
          : []),
      ],
    };
  },
};

/** What a unit's ratings of a question came to, where the table of what to talk about shows it. */
function dividedIn(unit: Unit, ratings: UnitRatings | undefined, source: ReportSource): readonly Division[] {
  if (ratings === undefined) return [];
  const table = source.table('talk');
  const records = recordsAbout(table, source.questionnaire, unit, source.wave);
  const shown = new Set(
    records.filter((each) => !Number.isNaN(each.number('n'))).map((each) => each.text('question')),
  );
  return divisions(ratings).filter(({ ratings: { question } }) => shown.has(question.id));
}

/** A question on which units are divided, most of them first; then by how little they agree. */
interface DividedQuestion {
  readonly question: LevelQuestion;
  readonly units: number;
  /** By level, over all units that are divided. */
  readonly counts: readonly number[];
  /** The least agreement of a unit. */
  readonly rwg: number;
  readonly range: number;
}

function together(all: readonly Division[]): readonly DividedQuestion[] {
  const found = new Map<string, DividedQuestion>();
  for (const { ratings, agreement } of all) {
    const { question, counts } = ratings;
    const known = found.get(question.id);
    found.set(question.id, {
      question,
      units: (known?.units ?? 0) + 1,
      counts: question.scale.levels.map((_, level) => (known?.counts[level] ?? 0) + (counts[level] ?? 0)),
      rwg: Math.min(known?.rwg ?? Number.POSITIVE_INFINITY, agreement.rwg ?? 1),
      range: Math.max(known?.range ?? 0, agreement.highest - agreement.lowest),
    });
  }
  return [...found.values()].toSorted((one, other) => other.units - one.units || one.rwg - other.rwg);
}

function headingOf(
  questions: readonly DividedQuestion[],
  units: readonly Unit[],
  source: ReportSource,
): Words {
  const [first] = questions;
  const { own } = source;
  const times = questions.length === 1 ? words`one question` : words`${questions.length} questions`;
  if (own !== undefined || first === undefined) {
    return words`${own === undefined ? '' : unitNameWords(own.unit)} is divided on ${times}`;
  }
  if (units.length > 1 && first.units * 2 > units.length) {
    return words`${first.units} of ${unitWords(source).count(units.length)} are divided on “${title(first.question.text)}”`;
  }
  return words`On ${times}, ratings within one ${unitWords(source).one} lie two levels or more apart`;
}

/** A chart for each scale: levels of different scales have no common order. */
function chartBlocks(questions: readonly DividedQuestion[]): readonly Block[] {
  const scales = new Map(questions.map(({ question }) => [question.scale.id, question.scale]));
  return [...scales.values()].map(
    (scale): Block => ({
      kind: 'chart',
      chart: {
        kind: 'ratings',
        title: 'Who chose which level',
        levels: scale.levels.map(({ label }) => label),
        rows: questions
          .filter(({ question }) => question.scale.id === scale.id)
          .map(({ question, counts }) => ({ label: question.text, counts })),
      },
    }),
  );
}

function tableOf(questions: readonly DividedQuestion[], source: ReportSource): ReportTable {
  const { own } = source;
  return {
    id: 'disagreement',
    caption: words`Questions whose ratings lie two levels or more apart, most divided first`,
    columns: [
      named('question', 'Question'),
      ...(own === undefined ? [count('units', 'Divided')] : []),
      count('range', 'Levels apart'),
      score('rwg', own === undefined ? 'Least rwg' : 'rwg', statisticDigits),
      text('chosen', 'Who chose what'),
    ],
    rows: questions.map(({ question, units, counts, rwg, range }): readonly TableCell[] => [
      textCell(question.text),
      ...(own === undefined ? [figureCell(units)] : []),
      figureCell(range),
      figureCell(Math.round(rwg * 1000) / 1000),
      textCell(
        question.scale.levels
          .flatMap(({ label }, level) => ((counts[level] ?? 0) === 0 ? [] : [`${counts[level]} × ${label}`]))
          .join('; '),
      ),
    ]),
    notes: [
      words`rwg: 1 where all agree, 0 where levels might have been drawn by lot, below 0 where they split.`,
    ],
  };
}
