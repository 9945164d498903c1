import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { fileOf, type Read, readExport, sayings } from './exports.js';

const canonical = await readExport(fileOf('canonical.csv'), { name: 'canonical.csv' });

test('the table that all others are held against is read whole', () => {
  expect(canonical.flavour).toBe('canonical');
  expect(canonical.counts).toBe('6 = 6 + 0 + 0');
});

/** What is expected of each file: how many of its rows are left out, and for which tool's settings it stands. */
interface Export {
  readonly file: string;
  readonly imitates: string;
  readonly leftOut?: Read['leftOut'];
  readonly map?: string;
  /** What is said of the file. */
  readonly rules?: readonly string[];
}

const exports: Readonly<Record<string, readonly Export[]>> = {
  surveymonkey: [
    {
      file: 'expanded.csv',
      imitates:
        '"All responses data", CSV, columns expanded, cells as answer text: two rows of headings, a question’s title once above its columns, a numbered and a starred title and one with tags, times as 11/23/2026 02:31:09 PM beside a date question set to DD/MM/YYYY',
    },
    {
      file: 'condensed.csv',
      imitates:
        '"All responses data", CSV, columns condensed: several answers in a cell joined by commas, of which options have some themselves; e-mail asked as a question beside no column of the tool’s own',
    },
    {
      file: 'numeric.csv',
      imitates:
        '"All responses data", CSV, columns expanded, cells as numerical value: every answer is its place in its list, of which only a map can say what it is',
      map: `
values:
  data_owner: { 5: DK, 6: NA }
  strategy: { 1: "yes", 2: "no", 3: DK }
  lead: { 1: officer, 2: team, 3: nobody }
  channel_phone: { 5: DK, 6: NA }
  channel_web: { 5: DK, 6: NA }
  channel_desk: { 5: DK, 6: NA }
`,
    },
  ],
  qualtrics: [
    {
      file: 'choice-text.csv',
      imitates:
        'Data & Analysis, CSV, "Use choice text", multi-value fields split into columns, display order exported: a preview and an unfinished response among the rest, embedded data for the units',
      leftOut: { preview: 1, not_submitted: 1 },
    },
    {
      file: 'numeric.tsv',
      imitates:
        'Data & Analysis, TSV, numeric values with "recode seen but unanswered as -99", of an account in German: several answers in a cell, codes that a map explains',
      leftOut: { preview: 1, not_submitted: 1 },
      map: `
values:
  data_owner: { 5: DK, 6: NA }
  strategy: { 1: "yes", 2: "no", 3: DK }
  lead: { 1: officer, 2: team, 3: nobody }
  tools: { 1: sheets, 2: own, 3: reports, 4: none }
  channel_phone: { 5: DK, 6: NA }
  channel_web: { 5: DK, 6: NA }
  channel_desk: { 5: DK, 6: NA }
`,
      rules: [
        'tool-blank',
        'tool-blank',
        'tool-blank',
        'tool-blank',
        'tool-blank',
        'tool-blank',
        'tool-blank',
      ],
    },
  ],
  limesurvey: [
    {
      file: 'answer-codes.csv',
      imitates:
        'Export results, CSV, question codes as headings, answer codes, with commas: BOM, CRLF, all quoted, codes without underscores, dates with midnight behind them, timings, an unsubmitted response, an empty last line',
      leftOut: { not_submitted: 1 },
      map: 'values: { lead: { A1: officer, A2: team, A3: nobody } }',
    },
    {
      file: 'full-answers.csv',
      imitates:
        'Export results, CSV, code and text as headings ("Q4[SQ001]. Text [Option]"), full answers, with semicolons: Yes, No and N/A for options',
      leftOut: { not_submitted: 1 },
    },
    {
      file: 'text-headings.csv',
      imitates: 'Export results, CSV with tabs, full question texts as headings, full answers, options as Y',
    },
  ],
  kobo: [
    {
      file: 'kobo-names.csv',
      imitates:
        'KoboToolbox, CSV, XML values and headers, groups in headers, select many as "single and separate columns": joined codes and columns of 0 and 1, blank when nothing was chosen',
    },
    {
      file: 'kobo-labels.csv',
      imitates:
        'KoboToolbox, CSV, labels as values and headers, with a row of HXL tags: several labels joined by spaces, options as True and False',
    },
    {
      file: 'odk-central.csv',
      imitates:
        'ODK Central, CSV of submissions, select multiples split: groups joined by hyphens, keys as uuid:…',
    },
  ],
};

describe.each(Object.entries(exports))('%s', (flavour, files) => {
  test.each(files)('$file says what the canonical table says: $imitates', async (one) => {
    const { file, leftOut = {}, map, rules = [] } = one;
    const bytes = fileOf(`${flavour}/${file}`);
    const content = file.endsWith('.tsv') ? utf16(bytes.toString()) : bytes;
    const read = await readExport(content, { name: file, ...(map === undefined ? {} : { map }) });
    expect(read.flavour).toBe(flavour);
    expect(read.texts.filter((_, at) => !rules.includes(read.rules[at] ?? ''))).toEqual([]);
    expect(read.rules).toEqual(rules);
    expect(read.leftOut).toEqual(leftOut);
    expect(sayings(read.responses)).toEqual(sayings(canonical.responses));
  });
});

/** As Qualtrics writes its TSV: UTF-16, little end first, with a mark. */
function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}
