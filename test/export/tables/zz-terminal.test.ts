import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/export/table.js';
import { terminal } from '../../../src/export/tables/terminal.js';
import { displayWidth } from '../../../src/export/width.js';
import { cell, count, departments, label, score, table, text } from '../fixture.js';
const many=(p:any)=>fc.assert(p,{numRuns:2500});


const plain = { width: 100, color: false, unicode: true };
const at = (width: number, shown: Table = departments) => terminal.write(shown, { ...plain, width });
/** All that a terminal may be sent without colours: no control character but line breaks. */
const harmless = /^[^\p{Cc}]*$/u;

describe('a table of scores', () => {
  test('at 120 columns', () => {
    expect(at(120)).toMatchInlineSnapshot(`
      "Housing digital check

                                                                                  Procurement
                                                  Culture and  Service                    and
      Department             Responses      Data       people   design  Security    contracts  Overall
      ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Housing                       12   67.50 ▆      41.00 ▃  22.08 ▁   80.00 █      55.50 ▆  53.22 █████░░░░░ Established
      Adult social care              4   12.50 ▁        [c]    48.30 ▃   25.00 ▃       0.00 ▁  21.45 ██░░░░░░░░ Starting
      Children and families          9  100.00 █      76.25 █  75.00 █   91.67 █        n/a    85.73 █████████░ Leading
      Planning                       1   50.00 ▆          –        –     30.00 ▃      41.20 ▃      –

      ▁ Starting   ▃ Emerging   ▆ Established   █ Leading
      – not enough answers for a score   n/a does not apply   [c] withheld for confidentiality
      The mean of responses.
      "
    `);
  });

  test('at 100 columns', () => {
    expect(at(100)).toMatchInlineSnapshot(`
      "Housing digital check

                                                 Culture                       Procur-
                                                     and  Service            ement and
      Department             Responses     Data   people   design  Security  contracts  Overall
      ───────────────────────────────────────────────────────────────────────────────────────────────────
      Housing                       12   67.50▆   41.00▃   22.08▁    80.00█     55.50▆  53.22 Established
      Adult social care              4   12.50▁     [c]    48.30▃    25.00▃      0.00▁  21.45 Starting
      Children and families          9  100.00█   76.25█   75.00█    91.67█       n/a   85.73 Leading
      Planning                       1   50.00▆       –        –     30.00▃     41.20▃      –

      ▁ Starting   ▃ Emerging   ▆ Established   █ Leading
      – not enough answers for a score   n/a does not apply   [c] withheld for confidentiality
      The mean of responses.
      "
    `);
  });

  test('at 80 columns, in ASCII', () => {
    expect(terminal.write(departments, { width: 80, color: false, unicode: false })).toMatchInlineSnapshot(`
      "Housing digital check

                                                  Culture and  Service
      Department             Responses      Data       people   design  Security
      --------------------------------------------------------------------------
      Housing                       12   67.50 c      41.00 b  22.08 a   80.00 d
      Adult social care              4   12.50 a        [c]    48.30 b   25.00 b
      Children and families          9  100.00 d      76.25 d  75.00 d   91.67 d
      Planning                       1   50.00 c          -        -     30.00 b

                               Procurement
      Department             and contracts  Overall
      ------------------------------------------------------------------
      Housing                      55.50 c  53.22 #####..... Established
      Adult social care             0.00 a  21.45 ##........ Starting
      Children and families          n/a    85.73 #########. Leading
      Planning                     41.20 b      -

      a Starting   b Emerging   c Established   d Leading
      - not enough answers for a score   n/a does not apply
      [c] withheld for confidentiality
      The mean of responses.
      "
    `);
  });

  test('at 60 columns, in blocks that repeat the labels', () => {
    expect(at(60)).toMatchInlineSnapshot(`
      "Housing digital check

                                                  Culture
                                                      and  Service
      Department             Responses      Data   people   design
      ────────────────────────────────────────────────────────────
      Housing                       12   67.50 ▆  41.00 ▃  22.08 ▁
      Adult social care              4   12.50 ▁    [c]    48.30 ▃
      Children and families          9  100.00 █  76.25 █  75.00 █
      Planning                       1   50.00 ▆      –        –

                                         Procurement
      Department             Security  and contracts
      ──────────────────────────────────────────────
      Housing                 80.00 █        55.50 ▆
      Adult social care       25.00 ▃         0.00 ▁
      Children and families   91.67 █          n/a
      Planning                30.00 ▃        41.20 ▃

      Department             Overall
      ───────────────────────────────────────────────────
      Housing                53.22 █████░░░░░ Established
      Adult social care      21.45 ██░░░░░░░░ Starting
      Children and families  85.73 █████████░ Leading
      Planning                   –

      ▁ Starting   ▃ Emerging   ▆ Established   █ Leading
      – not enough answers for a score   n/a does not apply
      [c] withheld for confidentiality
      The mean of responses.
      "
    `);
  });

  test('on a screen too narrow for anything', () => {
    expect(
      at(0, table([label('unit', 'Organisation'), score('overall', 'Overall')], [['Northbridge', 50]])),
    ).toMatchInlineSnapshot(`
      "Organi-
      sation       Overall
      ────────────────────
      Northbridge   50.00▆

      ▆ Established
      "
    `);
  });
});

describe('what is explained below', () => {
  test('bands by column, where the same mark stands for different ones', () => {
    const capability = { id: 'basic', label: 'Basic', step: 0, steps: 2 };
    const stage = { id: 'managed', label: 'Managed', step: 1, steps: 2 };
    const shown = table(
      [label('unit', 'Unit'), score('data', 'Data'), score('staged', 'Stages'), score('culture', 'Culture')],
      [
        ['North', 10, { kind: 'number', value: 0, band: capability }, 90],
        ['South', 60, { kind: 'number', value: 1, band: stage }, 30],
      ],
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "Unit      Data  Stages  Culture
      ───────────────────────────────
      North  10.00 ▁  0.00 ▁  90.00 █
      South  60.00 ▆  1.00 █  30.00 ▃

      Data, Culture:   ▁ Starting   ▃ Emerging   ▆ Established   █ Leading
      Stages:   ▁ Basic   █ Managed
      "
    `);
  });

  test('nothing where nothing needs it', () => {
    const shown = table(
      [label('unit', 'Unit'), { key: 'n', title: 'Responses', kind: 'count' }],
      [['North', count(3)]],
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "Unit   Responses
      ────────────────
      North          3
      "
    `);
  });

  test('more bands than there are blocks by letters', () => {
    const band = (step: number) => ({ id: `b${step}`, label: `Step ${step + 1}`, step, steps: 10 });
    const shown = table(
      [label('unit', 'Unit'), score('a', 'A'), score('b', 'B')],
      [['North', { kind: 'number', value: 1, band: band(0) }, { kind: 'number', value: 9, band: band(9) }]],
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "Unit        A       B
      ─────────────────────
      North  1.00 a  9.00 j

      a Step 1   j Step 10
      "
    `);
  });
});

describe('texts', () => {
  test('wide characters stand in line', () => {
    const shown = table(
      [label('unit', '部署'), text('flag', 'Flag'), score('overall', 'Overall')],
      [
        ['住宅', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 62.5],
        ['Zürich', '👩‍👩‍👧 ok', 12],
        ['Cafe\u0301', 'e\u0301', 99],
      ],
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "部署    Flag   Overall
      ───────────────────────────────────────────
      住宅    🏴󠁧󠁢󠁥󠁮󠁧󠁿     62.50 ██████░░░░ Established
      Zürich  👩‍👩‍👧 ok  12.00 █░░░░░░░░░ Starting
      Café    é      99.00 ██████████ Leading
      "
    `);
  });

  test('long ones are cut', () => {
    const shown = table(
      [label('unit', 'Unit'), text('why', 'Why'), score('overall', 'Overall')],
      [
        ['Royal Borough of Kensington and Chelsea', 'Waits for the new contract to be signed', 62.5],
        ['Barnet', '', 12],
      ],
    );
    expect(at(64, shown)).toMatchInlineSnapshot(`
      "Unit                        Why                         Overall
      ───────────────────────────────────────────────────────────────
      Royal Borough of Kensingt…  Waits for the new contrac…  62.50 ▆
      Barnet                                                  12.00 ▁

      ▁ Starting   ▆ Established
      "
    `);
    expect(terminal.write(shown, { width: 44, color: false, unicode: false })).toMatchInlineSnapshot(`
      "Unit              Why               Overall
      -------------------------------------------
      Royal Borough...  Waits for the...   62.50c
      Barnet                               12.00a

      a Starting   c Established
      "
    `);
  });

  test('escape sequences, controls and turns of direction are shown and not sent', () => {
    const shown = table(
      [label('unit', 'Un\u001b]0;it\u0007'), score('overall', 'Overall')],
      [
        ['\u001b[31mred\u001b[0m', 50],
        ['two\nlines\tand a tab', 50],
        ['\u202eevil\u009b2J\u0000', 50],
      ],
      { title: 'A \u001b[2J title', notes: ['A \u0008 note'] },
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "A \\x1b[2J title

      Un\\x1b]0;it\\x07        Overall
      ───────────────────────────────────────────────────
      \\x1b[31mred\\x1b[0m     50.00 █████░░░░░ Established
      two\\nlines\\tand a tab  50.00 █████░░░░░ Established
      \\u202eevil\\x9b2J\\x00   50.00 █████░░░░░ Established

      A \\x08 note
      "
    `);
  });
});

describe('what is not there', () => {
  test('rows', () => {
    expect(at(80, table([label('unit', 'Unit'), score('overall', 'Overall')], []))).toMatchInlineSnapshot(`
      "Unit  Overall
      ─────────────

      (no rows)
      "
    `);
  });

  test('columns', () => {
    expect(at(80, table([], [], { title: 'Nothing yet' }))).toBe('Nothing yet\n');
    expect(at(80, table([], []))).toBe('');
  });
});

test('colour adds nothing but colour', () => {
  const coloured = terminal.write(departments, { ...plain, color: true });
  expect(coloured).toContain('\u001b[38;5;166m12.50\u001b[39m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(terminal.write(departments, plain));
});

describe('whatever the table', () => {
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('insufficient', 'not_applicable', 'withheld', '\u001b[31m', '\r\n', '\u009b'),
    fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
    fc.constant(null),
  );
  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 6 }))
    .chain(([columns, rows]) =>
      fc
        .array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: columns, maxLength: columns })
        .map((titles) =>
          table(
            titles.map((title, i) =>
              i < 2 ? label(`l${i}`, title) : score(i === columns - 1 ? 'overall' : `s${i}`, title),
            ),
            rows,
            { title: titles.join(' '), notes: titles },
          ),
        ),
    );

  test('no control character reaches the terminal', () => {
    many(
      fc.property(anyTable, fc.integer({ min: 0, max: 160 }), fc.boolean(), (shown, width, unicode) => {
        for (const line of terminal.write(shown, { width, color: false, unicode }).split('\n')) {
          expect(line).toMatch(harmless);
        }
      }),
    );
  });

  test('lines fit the width and show every figure once', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 14 });
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const row = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }),
    );
    many(
      fc.property(
        fc.array(title, { minLength: 1, maxLength: 12 }),
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 200 }),
        fc.boolean(),
        (titles, rows, width, unicode) => {
          const shown = table(
            [
              label('unit', 'Unit'),
              ...titles.map((name, i) => score(i === titles.length - 1 ? 'overall' : `s${i}`, name)),
            ],
            rows.map(([name, figures]) => [
              { kind: 'text', text: name },
              ...figures.slice(0, titles.length).map(cell),
            ]),
          );
          const written = terminal.write(shown, { width, color: false, unicode });
          for (const line of written.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          const figures = rows.reduce((sum, [, each]) => sum + each.slice(0, titles.length).length, 0);
          expect(written.match(/\d+\.\d\d/g)?.length).toBeGreaterThanOrEqual(figures);
        },
      ),
    );
  });
});
