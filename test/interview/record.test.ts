import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { definition } from './fixture.js';

const response = {
  milepost: 1,
  questionnaire: { id: 'sample', version: '1.0.0' },
  id: 'sample-1',
  wave: '2026',
  mode: 'workshop',
  completed: '2026-11-23T10:00:00Z',
  profile: { organisation: 'Northbridge' },
  participants: { count: 6, roles: ['manager', 'frontline'] },
  answers: {
    owner: {
      value: 1,
      votes: [1, 1, 3, 'dont_know'],
      dissent: 'Frontline: there are owners in housing.',
      target: 3,
      barriers: ['skills'],
      note: 'Since the audit.\n<script>alert(1)</script>',
    },
    open: { value: true },
    plan: { non_answer: 'dont_know' },
  },
};
const files = {
  'q.yaml': questionnaire(definition.replace('scale: s,', 'scale: s, levels: { 1: Nobody owns it. },')),
  'r.json': JSON.stringify(response),
};
const record = (args: string) => milepost(`record r.json --questionnaire q.yaml ${args}`.trim(), { files });

test('each answer in its wording, with votes, dissent and notes, and what is open', async () => {
  const ran = await record('');
  expect(ran.exit).toBe(0);
  expect(ran.out).toBe(`A sample
========
Authority: Northbridge
Wave: 2026
How: Workshop
Completed: 2026-11-23 10:00
Who took part: 6 people: manager, frontline
Questionnaire: version 1.0.0
Response: sample-1

Data
----

Who owns it?
  > Starting: Nobody owns it.
    Votes: 2 for Starting, 1 for Established; 1 without a level
    Dissent: Frontline: there are owners in housing.
    Note: Since the audit.
<script>alert(1)</script>
    Where do you want to be? Established
    What stands in the way? Skills

Which share?
  > open

Culture
-------

Is it open?
  > Yes

Since when?
  > Don't know

In your words?
  > open

Still open
----------
- Which share? (not answered yet)
- Since when? (not known in the room)
- In your words? (not answered yet)

Please read this through. If something was understood otherwise than it was
meant, say so; what is not objected to counts as confirmed.
`);
});

test('in Markdown and as a page, notes stay texts', async () => {
  const markdown = (await record('-o r.md')).file('r.md');
  expect(markdown).toContain('### Who owns it?\n\n**Starting**: Nobody owns it.\n\n- Votes: 2 for Starting');
  const page = (await record('-o r.html')).file('r.html');
  expect(page).toContain('<strong>Starting</strong>: Nobody owns it.');
  for (const text of [markdown, page]) expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a file that ends otherwise is refused with the endings there are', async () => {
  const ran = await record('-o r.pdf');
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('Use one of html, md, txt');
});

test('what a response holds steers neither a terminal nor a page', async () => {
  const evil = '\u001b]0;x\u0007\u009b2J\u202e';
  const hostile = {
    ...response,
    id: `s${evil}`,
    wave: evil,
    profile: { organisation: evil },
    participants: { count: 1, roles: [evil] },
    answers: {
      owner: { value: 1, note: evil, evidence: evil, dissent: evil },
      open: { value: true },
      words: { value: evil },
    },
  };
  const all = { ...files, 'r.json': JSON.stringify(hostile) };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
  for (const format of ['txt', 'md', 'html']) {
    const ran = await milepost(`record r.json --questionnaire q.yaml --format ${format}`, { files: all });
    expect(ran.out).toContain('x1b');
    expect(`${ran.out}${ran.err}`).not.toMatch(steers);
  }
  const asked = await milepost(['interview', 'q.yaml', '--plain', '--previous', 'r.json'], {
    files: all,
    stdin: `${evil}\nquit\n`,
  });
  expect(asked.out).toContain('  Note: \\x1b]0;x\\x07\\x9b2J\\u202e');
  expect(`${asked.out}${asked.err}`).not.toMatch(steers);
});
