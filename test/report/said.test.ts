import { describe, expect, test } from 'vitest';
import { both, figures, numberOf, type Row } from './compared.js';
import { csv, report } from './fixture.js';
import { figureOf, pageOf } from './page.js';

describe('every figure of what people say beside scores is the one of compare for the same options', () => {
  test('what holds people back, over all units and in one', async () => {
    const { page, rows } = await both('', '--tables barriers');
    const named = (label: string | undefined, node: string, isIn: (row: Row) => boolean = () => true) =>
      rows
        .filter((row) => row.wave === '2026' && row.label === label && row.node === node && isIn(row))
        .reduce((sum, row) => sum + Number(row.named), 0);
    const told = (all: readonly Row[]) =>
      all.map(({ barrier, responses, data, culture }) => [
        barrier,
        ...[responses, data, culture].map(figureOf),
      ]);
    const asCounted = (labels: readonly string[], isIn?: (row: Row) => boolean) =>
      labels.map((label) => [
        label,
        ...['overall', 'data', 'culture'].map((node) => named(label, node, isIn)),
      ]);
    expect(told(page.rows('barriers'))).toEqual(asCounted(['Skills', 'Money']));
    expect(named('Skills', 'overall')).toBe(3);
    const own = await both('--unit organisation=Eastmere', '--tables barriers');
    expect(told(own.page.rows('barriers'))).toEqual(
      asCounted(['Money'], ({ organisation }) => organisation === 'Eastmere'),
    );
  });

  describe('who could learn from whom', () => {
    const keys = ['score', 'target', 'rise', 'their_score'];
    const texts = ({ title, learner, from, practice, contact }: Row) => [
      title,
      learner,
      from,
      practice,
      contact,
    ];
    const now = (rows: readonly Row[]) => rows.filter(({ wave }) => wave === '2026');

    test('of all units', async () => {
      const { page, rows } = await both('', '--tables exchange');
      const shown = page.rows('exchange');
      const pair = ({ learner, from }: Row) => `${learner} from ${from}`;
      expect(figures(shown, pair, keys)).toEqual(figures(now(rows), pair, keys, numberOf));
      expect(shown.map(texts)).toEqual(now(rows).map(texts));
      expect(Object.keys(figures(shown, pair, keys))).toEqual([
        'Northbridge from Westholm',
        'Eastmere from Westholm',
      ]);
    });

    test('of one that may name others', async () => {
      const { page, rows } = await both('--unit organisation=Northbridge', '--tables exchange');
      const named = pageOf(
        (await report('-o r.html --unit organisation=Northbridge --name-peers')).file('r.html'),
      );
      const own = now(rows).filter(({ learner }) => learner === 'Northbridge');
      const node = ({ title = '' }: Row) => title;
      expect(figures(named.rows('exchange'), node, ['their_score', 'target', 'rise'])).toEqual(
        figures(own, node, ['their_score', 'target', 'rise'], numberOf),
      );
      expect(named.rows('exchange').map((row) => texts({ ...row, learner: 'Northbridge' }))).toEqual(
        own.map(texts),
      );
      // Where nobody is named, what they offer is counted.
      expect(figures(page.rows('exchange'), node, ['score', 'target', 'rise'])).toEqual(
        figures(own, node, ['score', 'target', 'rise'], numberOf),
      );
      expect(page.rows('exchange').map(({ offered, theirs }) => [offered, theirs])).toEqual([
        ['1 practice on offer, from 1 other authority', 'not told of one alone'],
      ]);
    });

    test('of one that others could learn from', async () => {
      const { page, rows } = await both('--unit organisation=Westholm', '--tables exchange');
      const learners = now(rows).filter(({ from }) => from === 'Westholm');
      const scores = learners.map(({ score }) => Number(score).toFixed(2)).toSorted();
      expect(page.rows('exchange-taught')).toEqual([
        { title: 'Data', wanting: `${learners.length} other authorities`, theirs: scores.join(' to ') },
      ]);
    });
  });

  describe('where people disagree', () => {
    // In Northbridge and Eastmere people are divided on who owns datasets, in Eastmere on tools too.
    const divided = csv([
      'a1,2026,Northbridge,Housing,inner,2,2,4,3,,,,,,',
      'a2,2026,Northbridge,Planning,inner,4,2,3,3,,,,,,',
      'a3,2026,Northbridge,Planning,inner,4,1,3,3,,,,,,',
      'b1,2026,Eastmere,Housing,outer,1,1,2,3,,,,,,',
      'b2,2026,Eastmere,Housing,outer,4,3,2,3,,,,,,',
      'c1,2026,Westholm,Housing,outer,4,4,4,4,,,,,,',
    ]);
    const files = { 'a.csv': divided };
    const about = (rows: readonly Row[], text: string | undefined) => rows.filter((row) => row.text === text);

    test('over all units', async () => {
      const { page, rows } = await both('', '--tables talk', files);
      const shown = page.rows('disagreement');
      expect(shown.map(({ question, units }) => [question, units])).toEqual([
        ['Has every dataset an owner?', '2'],
        ['Are data tools shared?', '1'],
      ]);
      for (const { question, units, range, rwg, chosen } of shown) {
        const own = about(rows, question);
        expect(figureOf(units)).toBe(own.length);
        expect(figureOf(range)).toBe(Math.max(...own.map((row) => Number(row.range))));
        expect(figureOf(rwg)).toBe(Math.min(...own.map((row) => Number(row.rwg))));
        expect(chosenIn(chosen)).toEqual(added(own.map(({ ratings }) => chosenIn(ratings))));
      }
    });

    test('in one', async () => {
      const { page, rows } = await both('--unit organisation=Eastmere', '--tables talk', files);
      const own = rows.filter(({ organisation }) => organisation === 'Eastmere');
      const keys = ['range', 'rwg'];
      expect(figures(page.rows('disagreement'), ({ question = '' }) => question, keys)).toEqual(
        figures(own, ({ text = '' }) => text, keys, numberOf),
      );
      expect(page.rows('disagreement').map(({ chosen }) => chosenIn(chosen))).toEqual(
        page.rows('disagreement').map(({ question }) => chosenIn(about(own, question)[0]?.ratings)),
      );
    });

    /** `2 × Emerging; 1 × Leading` by level. */
    function chosenIn(text = ''): Readonly<Record<string, number>> {
      return Object.fromEntries(
        text.split('; ').map((each) => {
          const [times, level = ''] = each.split(' × ');
          return [level, Number(times)];
        }),
      );
    }

    function added(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
      const sums: Record<string, number> = {};
      for (const [level, times] of all.flatMap(Object.entries<number>))
        sums[level] = (sums[level] ?? 0) + times;
      return sums;
    }
  });
});
