import { expect, test } from 'vitest';
import { markdown } from '../../../src/export/tables/writers/markdown.js';
import { departments, label, score, table, text } from '../fixture.js';

test('a table with its title and notes', () => {
  expect(markdown.write(departments)).toMatchInlineSnapshot(`
    "## Housing digital check

    [c] withheld for confidentiality

    | Department            | Responses |   Data | Culture and people | Service design | Security | Procurement and contracts | Overall |
    | :-------------------- | --------: | -----: | -----------------: | -------------: | -------: | ------------------------: | ------: |
    | Housing               |        12 |  67.50 |              41.00 |          22.08 |    80.00 |                     55.50 |   53.22 |
    | Adult social care     |         4 |  12.50 |                [c] |          48.30 |    25.00 |                      0.00 |   21.45 |
    | Children and families |         9 | 100.00 |              76.25 |          75.00 |    91.67 |                           |   85.73 |
    | Planning              |         1 |  50.00 |                    |                |    30.00 |                     41.20 |         |

    The mean of responses.
    "
  `);
});

test('texts mean nothing to Markdown', () => {
  const shown = table(
    [label('unit', 'Unit_of *ours*'), text('note', 'Note')],
    [
      ['a | b', 'two\nlines'],
      ['<script>alert(1)</script>', '&lt; & co'],
      ['`code` [link](x) ![y](z)', 'data_owner and _this_'],
      ['- item', '# heading'],
      ['1. one', 'C:\\dir'],
      ['\u001b[31mred', '~~gone~~ $x$'],
    ],
    { title: '# 1 | <b>', notes: ['> not a quotation', '+ nor a list'] },
  );
  expect(markdown.write(shown)).toMatchInlineSnapshot(`
    "## \\# 1 \\| &lt;b&gt;

    | Unit_of \\*ours\\*                      | Note                    |
    | :------------------------------------ | :---------------------- |
    | a \\| b                                | two<br>lines            |
    | &lt;script&gt;alert(1)&lt;/script&gt; | &amp;lt; & co           |
    | \\\`code\\\` \\[link\\](x) !\\[y\\](z)        | data_owner and \\_this\\_ |
    | '- item                               | \\# heading              |
    | 1\\. one                               | C:\\\\dir                 |
    | \\\\x1b\\[31mred                         | \\~\\~gone\\~\\~ \\$x\\$      |

    &gt; not a quotation

    \\+ nor a list
    "
  `);
});

test('wide characters stand in line', () => {
  expect(
    markdown.write(
      table(
        [label('unit', '部署'), score('overall', 'Overall')],
        [
          ['住宅', 2.5],
          ['x', 10],
        ],
      ),
    ),
  ).toMatchInlineSnapshot(`
    "| 部署 | Overall |
    | :--- | ------: |
    | 住宅 |    2.50 |
    | x    |   10.00 |
    "
  `);
});

test('without rows there is the header, without columns nothing', () => {
  expect(markdown.write(table([label('unit', 'Unit')], []))).toBe('| Unit |\n| :--- |\n');
  expect(markdown.write(table([], []))).toBe('');
});
