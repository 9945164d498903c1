import { Buffer } from 'node:buffer';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowCutter } from '../../src/intake/containers/csv/row-cutter.js';

interface Cut {
  readonly rows: readonly (readonly string[])[];
  readonly fault: string | undefined;
}

/** What comes of a text that comes in pieces of these sizes, in bytes. */
async function cut(text: string, sizes: readonly number[], lineEnds: readonly string[]): Promise<Cut> {
  const cutter = rowCutter({ delimiter: ',', lineEnds, skip: 0 });
  const bytes = Buffer.from(text);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const fault = await cutter.feed(bytes.subarray(at, at + size));
    if (fault !== undefined) return { rows: cutter.rows, fault: fault.code };
    at = Math.min(bytes.length, at + size);
  }
  return { rows: cutter.rows, fault: (await cutter.end())?.code };
}

/** The same by csv-parse alone, all at once. */
function parsed(text: string, lineEnds: readonly string[]): Cut {
  const rows: string[][] = [];
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: [...lineEnds],
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
    return { rows, fault: undefined };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, fault: error.code };
  }
}

const lineFeeds = ['\n'];

test('rows without quotes and with them come in their order', async () => {
  const text = 'a,b\n1,é\n2,"two\nlines"\n3,"said ""so"""\n\n4,\n';
  const rows = [['a', 'b'], ['1', 'é'], ['2', 'two\nlines'], ['3', 'said "so"'], [''], ['4', '']];
  for (const sizes of [[], [6], [17, 3], [21, 1, 1, 30], Array.from(text, () => 1)]) {
    expect(await cut(text, sizes, lineFeeds)).toEqual({ rows, fault: undefined });
  }
});

test('it is what csv-parse makes of any text, in whatever pieces it comes', async () => {
  const token = fc.constantFrom('a', 'é', '12', ' ', ',', '\n', '\r\n', '\r', '"', '"b"', '"c,\n"', '""');
  await fc.assert(
    fc.asyncProperty(
      fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join('')),
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
      fc.constantFrom(lineFeeds, ['\r\n', '\n'], ['\r']),
      async (text, sizes, lineEnds) => {
        expect(await cut(text, sizes, lineEnds)).toEqual(parsed(text, lineEnds));
      },
    ),
    { numRuns: 1000 },
  );
});
