import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { answers, definition } from './fixture.js';
import { pageOf } from './page.js';

const config =
  'milepost: 1\nkind: config\nquestionnaire: q.yaml\nsources: [{ files: a.csv }]\ntheme: look/theme.yaml\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';
const theme = (keys: string) => `milepost: 1\nkind: theme\n${keys}\n`;

function run(command: string, keys: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const files = {
    'milepost.config.yaml': config,
    'q.yaml': definition(),
    'a.csv': answers,
    'look/theme.yaml': theme(keys),
    ...more,
  };
  return milepost(command, { files });
}

describe('a theme', () => {
  test('is not taken to be in the language of the questionnaire', async () => {
    const ran = await run('report -o r.html', 'introduction: Thank you all.', {
      'q.yaml': definition({ language: 'cy' }),
    });
    const html = ran.file('r.html');
    expect(html).toContain('<bdi>Thank you all.</bdi>');
    expect(html).toMatch(/<bdi lang="cy">[^<]*<\/bdi>/);
  });

  test('says whose report it is, and what units are called', async () => {
    const ran = await run(
      'report -o r.html',
      `organisation: The <b>County</b>
logo: { file: logo.svg, alternative: Arms }
introduction: Thank you all.
footer: Ask the digital team.
words: { unit: council, units: councils }
colours: { light: { accent: "#6b2d8f" } }`,
      { 'look/logo.svg': svg },
    );
    const html = ran.file('r.html');
    const page = pageOf(html);
    expect(page.finding('standings')).toBe('Data lags in 2 of 3 councils');
    expect(page.text).toContain('The <b>County</b>');
    expect(page.text).toContain('Thank you all.');
    expect(page.text).toContain('Ask the digital team.');
    expect(html).toContain(
      `src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" alt="Arms"`,
    );
    expect(html).toContain('--own: #6b2d8f;');
  });

  test('has colours that can be read, on light screens and on dark ones', async () => {
    const colours = 'colours: { light: { accent: "#88aaff" }, dark: { background: "#888888" } }';
    const ran = await run('check look/theme.yaml --format compact', colours);
    expect(ran.exit).toBe(1);
    expect(ran.out.split('\n')).toEqual([
      'look/theme.yaml:3:29: error theme-contrast: on a light screen the accent (#88aaff) has a contrast of 2.27 with the background (#ffffff); texts need 4.5',
      'look/theme.yaml:3:62: error theme-contrast: on a dark screen the text (#e9ebed) has a contrast of 2.96 with the background (#888888); texts need 4.5',
      'look/theme.yaml:3:62: error theme-contrast: on a dark screen the accent (#56b4e9) has a contrast of 1.53 with the background (#888888); texts need 4.5',
      '',
    ]);
    const report = await run('report -o r.html', colours);
    expect([report.exit, report.err.split('\n')[0]]).toEqual([2, expect.stringContaining('theme-contrast')]);
  });

  test.each([
    ['logo.svg', {}, 'there is no such file'],
    ['logo.svg', { 'look/logo.svg': 'GIF89a' }, 'it is neither PNG nor SVG'],
    ['logo.svg', { 'look/logo.svg': ' '.repeat(300_000) }, 'it is neither PNG nor SVG'],
    ['logo.svg', { 'look/logo.svg': '<!-- -->'.repeat(30_000) }, 'it is neither PNG nor SVG'],
    ['logo.svg', { 'look/logo.svg': `${svg}${' '.repeat(300_000)}` }, 'it has 301 kB, and 300 are the most'],
  ])('has a logo that is a picture: %s %#', async (file, files, why) => {
    const ran = await run('check look/theme.yaml', `logo: { file: ${file}, alternative: Arms }`, files);
    expect(ran.out).toContain(`the logo logo.svg cannot be used: ${why}`);
  });

  test.each(['<?xml version="1.0"?>\n<!-- Arms -->\n<!-- of the county -->\n<!DOCTYPE svg>\n', '\ufeff\n'])(
    'has a logo with what may stand before a drawing: %j',
    async (before) => {
      const ran = await run('check look/theme.yaml', 'logo: { file: logo.svg, alternative: Arms }', {
        'look/logo.svg': before + svg,
      });
      expect([ran.exit, ran.out]).toEqual([0, expect.not.stringContaining('logo')]);
    },
  );

  test('with faults is told of before any answer is read', async () => {
    const ran = await run('report -o r.html', 'colors: {}', { 'a.csv': 'organisation\n\x00' });
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('did you mean `colours`');
    expect(ran.err).not.toContain('a.csv');
  });

  test('is checked as every file is', async () => {
    const ran = await run('check look/theme.yaml', 'colors: {}');
    expect(ran.out).toContain('did you mean `colours`');
  });

  test('that is not there is asked for', async () => {
    const ran = await milepost('report', {
      files: { 'milepost.config.yaml': config, 'q.yaml': definition(), 'a.csv': answers },
    });
    expect([ran.exit, ran.err.split('\n').at(-3)]).toEqual([
      2,
      'milepost: look/theme.yaml: cannot be read: there is no such file',
    ]);
  });
});
