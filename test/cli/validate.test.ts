import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const definition = questionnaire(`profile:
  - { id: department, title: Department, required: true, unit: true }
scales:
  maturity:
    levels:
      - { value: 1, label: Starting }
      - { value: 2, label: Emerging }
      - { value: 3, label: Established }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns the data?, scale: maturity, required: true }
      - { id: share, text: What share is complete?, type: number, min: 0, max: 100 }
      - { id: host, text: Where is it kept?, type: choice, options: [{ id: own, label: Our own }, { id: cloud, label: Cloud }] }
`);

const validate = (csv: string, args = '') =>
  milepost(`validate q.yaml a.csv${args}`, { files: { 'q.yaml': definition, 'a.csv': csv } });

test('each fault by file, line, column letter and name, with the value found and the values allowed', async () => {
  const { exit, out, err } = await validate(`response_id,department,owner,share,host
a,Housing,3,50,cloud
b,Housing,4,50,Clud
c,Housing,Emergng,120,own
d,Housing,,fifty,own
e,,2,50,own
`);
  expect(exit).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "a.csv:3:C (owner)  error  answer-unknown
      \`owner\` is "4"; allowed: \`1\` (Starting), \`2\` (Emerging), \`3\` (Established)
      help: Or, for no answer, \`dont_know\` or \`not_applicable\`.

    a.csv:3:E (host)  error  answer-unknown
      \`host\` is "Clud"; allowed: \`own\` (Our own), \`cloud\` (Cloud); did you mean \`cloud\`?
      help: Or, for no answer, \`dont_know\` or \`not_applicable\`.

    a.csv:4:C (owner)  error  answer-unknown
      \`owner\` is "Emergng"; allowed: \`1\` (Starting), \`2\` (Emerging), \`3\` (Established); did you mean
      \`Emerging\`?
      help: Or, for no answer, \`dont_know\` or \`not_applicable\`.

    a.csv:4:D (share)  error  answer-out-of-limits
      \`share\` is "120"; allowed: from 0 to 100

    a.csv:5:C (owner)  error  answer-missing
      \`owner\` is required and was left blank
      help: Give an answer, or one of \`dont_know\` or \`not_applicable\`.

    a.csv:5:D (share)  error  answer-not-a-number
      \`share\` is "fifty", which is not a number
      help: Write a plain decimal with a point, without a unit or a thousands separator: \`1234.5\`.

    a.csv:6:B (department)  error  profile-missing
      \`department\` (Department) is required and was left blank
      help: Fill it in.
    "
  `);
  expect(err).toBe('1 of 5 responses valid, 4 refused.\n');
});

test('a line each for editors and grep', async () => {
  const { out } = await validate('response_id,department,owner\na,Housing,4\n', ' --format compact');
  expect(out).toMatchInlineSnapshot(`
    "a.csv:1: warning questions-without-column: 2 of 3 questions have no column and count as unanswered: \`share\` and \`host\`
    a.csv:2:3: error answer-unknown: \`owner\` is "4"; allowed: \`1\` (Starting), \`2\` (Emerging), \`3\` (Established)
    "
  `);
});

test('the line is the file’s own, whatever stands in the cells before', async () => {
  const { out } = await validate(
    'response_id,department,owner,owner__note\r\na,"Housing\r\n and repairs",1,"of\r\nthree lines"\r\nb,Housing,9,\r\n',
  );
  expect(out).toContain('a.csv:5:C (owner)');
});

test('an unknown column is told once, with a suggestion', async () => {
  const { exit, out, err } = await validate(
    `response_id,department,ownr,owner\n${'x,Housing,2,3\n'.replace('x', 'a')}b,Housing,2,3\n`,
  );
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "a.csv:1  warning  questions-without-column
      2 of 3 questions have no column and count as unanswered: \`share\` and \`host\`

    a.csv:1:C (ownr)  warning  unknown-column
      the column "ownr" is not known and was not read
    "
  `);
  expect(err).toBe('2 responses valid.\n');
});

test('a questionnaire with an error: it is told, and no response is looked at', async () => {
  const { exit, out, err } = await milepost('validate q.yaml a.csv --format json', {
    files: { 'q.yaml': definition.replace('scale:', 'scael:'), 'a.csv': 'owner\n1\n' },
  });
  expect(exit).toBeGreaterThan(0);
  expect(JSON.parse(out)).toMatchObject([{ rule: 'unknown-key', line: 20 }]);
  expect(err).toContain('no response was looked at');
});
