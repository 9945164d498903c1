import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/export/tables/table.js';
import { terminal } from '../../../src/export/tables/writers/terminal.js';
import { count, departments, label, score, table } from '../fixture.js';

const plain = { width: 100, color: false, unicode: true };
const at = (width: number, shown: Table = departments) => terminal.write(shown, { ...plain, width });

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
