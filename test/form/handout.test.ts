import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { everyKind } from './fixture.js';

test('a handout in Markdown', async () => {
  const { file } = await milepost('form q.yaml -o handout.md', { files: { 'q.yaml': everyKind } });
  expect(file('handout.md')).toMatchInlineSnapshot(`
    "# A sample

    **About:** What a test asks.

    **Who sees the answers:** Nobody sees the answers.

    **How long:** About 3 minutes for 10 questions

    **Who answers:** Authority<br>Department<br>Kind (Inner; Outer)<br>Staff<br>E-mail

    **Barriers to choose from:** Skills; odd

    **Version:** 1.0.0

    **Licence:** CC0-1.0

    ## 1. Data: who \\[owns\\] it?

    About data.

    ### 1.1 Ownership

    Words on ownership.

    **1.1.1 Who owns data?** (required)

    Think of all of it.

    - **Starting:** Nobody
    - Emerging
    - Established
    - **Leading:** Everybody, always

    Or: Not sure; Not applicable; Prefer not to say.

    Also asked:

    - Where in two years?
    - Evidence (links or text)
    - What stands in the way?
    - How sure are you?
    - What could others learn from this?
    - May we share that?
    - Whom to ask about it

    **1.1.2 How good is**

    *Only if 1.1.1 “Who owns data?” is Established or higher*

    1. the first
    2. the second

    - Starting
    - Emerging
    - Established
    - Leading

    Or: Not sure; Not applicable; Prefer not to say.

    ### 1.2 Figures

    **1.2.1 \\=How many?**

    A number from 0 to 100, in %.

    Or: Not sure; Not applicable; Prefer not to say.

    **1.2.2 Since when?**

    A date such as 2026-11-23, not before 2000-01-01.

    Or: Not sure; Not applicable; Prefer not to say.

    **1.2.3 In words?**

    In your own words, at most 400 characters.

    Or: Not sure; Not applicable; Prefer not to say.

    **1.2.4 Only outer?**

    *Only if “Kind” is Outer*

    Yes or No.

    Or: Not sure; Not applicable; Prefer not to say.

    ## 2. Tools

    **2.1 Which tools?**

    - \\=SUM(A1)
    - One; two
    - None

    Choose any that apply; “None” only by itself.

    Or: Not sure; Not applicable; Prefer not to say.

    **2.2 How big?**

    - 2-3
    - 4-10

    Or: Not sure; Not applicable; Prefer not to say.

    **2.3 Is it checked?**

    Yes or No.
    "
  `);
});

const hostile = questionnaire(`dimensions:
  - id: d
    title: <script>alert(1)</script>
    description: '"><img src=x onerror=alert(1)>'
    questions:
      - { id: q, text: "Is 1 < 2 & 3?", type: choice, options: [{ id: a, label: "<b>A</b>" }, { id: b, label: B }], help: "</style>" }
`).replace('title: A sample', 'title: "</title><script>"');

test('no text of a questionnaire is markup', async () => {
  const { file } = await milepost('form q.yaml -o handout.html', { files: { 'q.yaml': hostile } });
  const page = file('handout.html');
  expect([...page.matchAll(/<(\w+)/g)].map(([, tag]) => tag)).not.toContain('script');
  expect(page).not.toMatch(/<img|<b>|<style>[\s\S]*<\/style>[\s\S]*<\/style>/);
  expect(page).toContain('Is 1 &lt; 2 &amp; 3?');
});

test('a page is whole by itself, in its language, with headings in order', async () => {
  const { file } = await milepost('form q.yaml -o handout.html', {
    files: { 'q.yaml': everyKind.replace('version:', 'language: cy\nversion:') },
  });
  const page = file('handout.html');
  expect(page).toMatch(/^<!doctype html>\n<html lang="cy" dir="ltr">/);
  expect(page).not.toMatch(/https?:\/\/|<link|<script|url\(/);
  expect(page).toContain('@page { size: A4;');
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('a page in a language that is written from right to left is laid out so', async () => {
  const { file } = await milepost('form q.yaml -o handout.html', {
    files: { 'q.yaml': everyKind.replace('version:', 'language: ar-EG\nversion:') },
  });
  expect(file('handout.html')).toContain('<html lang="ar-EG" dir="rtl">');
});
