import { expect, test } from 'vitest';
import { barsChart } from '../../../src/export/report/charts/bars.js';
import { changesChart } from '../../../src/export/report/charts/changes.js';
import { dumbbellChart } from '../../../src/export/report/charts/dumbbell.js';
import { ratingsChart } from '../../../src/export/report/charts/ratings.js';
import { spreadChart } from '../../../src/export/report/charts/spread.js';

const range = { min: 0, max: 100 };

test('a chart has the title that it was given', () => {
  const charts = [
    spreadChart({ title: 'Spread', range, rows: [] }),
    dumbbellChart({ title: 'Now and wanted', range, rows: [] }),
    changesChart({ title: 'Changes', range, rows: [] }),
    barsChart({ title: 'Barriers', unit: 'answers', rows: [] }),
    ratingsChart({ title: 'Ratings', levels: ['No', 'Yes'], rows: [] }),
  ];
  const titles = ['Spread', 'Now and wanted', 'Changes', 'Barriers', 'Ratings'];
  expect(charts.map(({ title }) => title)).toEqual(titles);
});
