import { everyUnit, type Unit } from '../../../compare/comparison.js';
import { countExpected } from '../../../compare/roll-up/expected-units.js';
import { count, figureCell, named, textCell, text as textColumn } from '../model/columns.js';
import type { Block, ReportTable } from '../model/report.js';
import { given, listed, title, type Words, words } from '../model/words.js';
import { levelOf, type ReportSource, unitsNow } from '../source/source.js';
import { capital, unitNameWords, unitWords } from '../source/unit-words.js';
import type { ReportPart } from './part.js';

/** What was asked and of whom: those that returned something against those that should. */
export const asked: ReportPart = {
  topic: 'What was asked, and of whom',
  make: (source) => ({
    heading: headingOf(source),
    blocks: [
      ...aboutQuestionnaire(source),
      ...missingUnits(source),
      { kind: 'table', table: wavesTable(source) },
    ],
  }),
};

function headingOf(source: ReportSource): Words {
  const called = unitWords(source);
  const { own } = source;
  if (own !== undefined) {
    const responses = own.unit.size;
    return words`${responses} ${responses === 1 ? 'response' : 'responses'} from ${unitNameWords(own.unit)}`;
  }
  const units = unitsNow(source);
  const expected = expectedIn(source, units);
  if (units.length === 0) return words`Nothing has come back yet`;
  if (expected === undefined) return words`${called.count(units.length)} returned`;
  return words`${units.length} of ${called.count(expected)} returned`;
}

/** How many units of the level there are or should be; nothing where no register says so. */
function expectedIn(source: ReportSource, there: readonly Unit[]): number | undefined {
  const depth = source.plan.rollup.levels.findIndex(({ unit }) => unit === levelOf(source)) + 1;
  const paths = source.registered.map(({ path }) => path).filter((path) => path.length === depth);
  if (depth === 0 || paths.length === 0) return undefined;
  if (depth === 1)
    return countExpected(paths)(
      [],
      1,
      there.map(({ path }) => path),
    );
  const known = new Set(
    paths.filter((path) => !path.includes(undefined)).map((path) => JSON.stringify(path)),
  );
  return new Set([...known, ...there.map(({ path }) => JSON.stringify(path))]).size;
}

function aboutQuestionnaire({ questionnaire, theme }: ReportSource): readonly Block[] {
  const { description, notice, dimensions, questions } = questionnaire;
  const about = [
    ...(theme.introduction === undefined ? [] : [given(theme.introduction)]),
    ...[description, notice].flatMap((each) => (each === undefined ? [] : [title(each)])),
  ];
  return [
    ...about.map((each): Block => ({ kind: 'paragraph', text: [each] })),
    {
      kind: 'paragraph',
      text: words`${questions.length} ${questions.length === 1 ? 'question' : 'questions'} in ${dimensions.length} ${dimensions.length === 1 ? 'dimension' : 'dimensions'}: ${listed(dimensions.map((dimension) => title(dimension.title)))}.`,
    },
  ];
}

/** Who should have answered and did not; on a unit's own page nobody is named. */
function missingUnits(source: ReportSource): readonly Block[] {
  if (source.own !== undefined) return [];
  const depth = source.plan.rollup.levels.findIndex(({ unit }) => unit === levelOf(source)) + 1;
  const there = new Set(unitsNow(source).map(({ path }) => JSON.stringify(path)));
  const missing = source.registered.filter(
    ({ path }) => path.length === depth && !path.includes(undefined) && !there.has(JSON.stringify(path)),
  );
  if (missing.length === 0) return [];
  const names = missing.map(({ path }) => unitNameWords({ path: path.map((name) => name ?? '') }));
  return [
    { kind: 'paragraph', text: words`Nothing has come back from:` },
    { kind: 'list', items: names },
  ];
}

/** What came back in each wave. */
function wavesTable(source: ReportSource): ReportTable {
  const { groups, settings, own } = source;
  const called = unitWords(source);
  const level = levelOf(source);
  const rows = (settings.waves.length === 0 ? [''] : settings.waves).map((wave) => {
    const group = groups.find(({ gathered }) => gathered.comparisons[0]?.waves.includes(wave));
    const units = (group?.gathered.comparisons[0]?.units ?? []).filter(
      (unit) => unit.wave === wave && unit.level === level && unit.level !== everyUnit,
    );
    const found = own === undefined ? units : units.filter((unit) => isSamePlace(unit, own.unit));
    return {
      wave,
      version: group?.plans[0]?.questionnaire.version ?? '',
      units: found.length,
      responses: found.reduce((sum, unit) => sum + unit.size, 0),
    };
  });
  const several = settings.waves.length > 1;
  return {
    id: 'returned',
    caption: several ? words`What came back in each wave` : words`What came back`,
    columns: [
      named('wave', 'Wave'),
      ...(own === undefined ? [count('units', capital(called.several))] : []),
      count('responses', 'Responses'),
      textColumn('version', 'Version of the questionnaire'),
    ],
    rows: rows.map(({ wave, units, responses, version }) => [
      textCell(wave === '' ? 'no wave named' : wave),
      ...(own === undefined ? [figureCell(units)] : []),
      figureCell(responses),
      textCell(version),
    ]),
    notes: [],
  };
}

function isSamePlace(unit: Unit, own: Unit): boolean {
  return unit.response === own.response && JSON.stringify(unit.path) === JSON.stringify(own.path);
}
