import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const definition = questionnaire(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions: [{ id: d, title: Data, questions: [{ id: q, text: How much?, type: number, min: 0, max: 10 }] }]
`);

const compared = (names: readonly [string, string], id: readonly [string, string] = ['', '']) =>
  milepost(`compare q.yaml ${names.join(' ')} --tables waves --format csv`, {
    files: {
      'q.yaml': definition,
      [names[0]]: `${id[0]}wave,organisation,q\n${id[1]}2025,North,2\n`,
      [names[1]]: `${id[0]}wave,organisation,q\n${id[1]}2026,North,5\n`,
    },
  });

test('who is taken for the same by file and row alone is told, with what to do', async () => {
  const { exit, err } = await compared(['then/north.csv', 'now/north.csv']);
  expect(exit).toBe(0);
  const said = err.replaceAll(/\s+/g, ' ');
  expect(said).toContain(
    '1 response of one wave is taken for the same people’s in another by file and row alone, the first one `north:1`',
  );
  expect(said).toContain('Give responses ids that stay with people from wave to wave (`response_id`)');
});

test('nothing is told of files with other names, or of ids that were given', async () => {
  for (const { err } of [
    await compared(['north-2025.csv', 'north-2026.csv']),
    await compared(['then/north.csv', 'now/north.csv'], ['response_id,', 'anna,']),
  ]) {
    expect(err).not.toContain('by file and row');
  }
});
