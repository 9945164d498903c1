import { expect, test } from 'vitest';
import { edited, errors, valid } from './valid.js';

// Each of these is the valid questionnaire with one edit: one error comes of it, on the edited line, and nothing that
// only follows from it.

/** What was done, the text before and after, and the column, the rule and the message of the error. */
const edits: readonly (readonly [name: string, from: string, to: string, error: string])[] = [
  [
    'an unknown key that is nearly right',
    '        scale: maturity\n        levels',
    '        scael: maturity\n        levels',
    '9 unknown-key: unknown key `scael`; did you mean `scale`?',
  ],
  [
    'an unknown key at the top',
    'language: en',
    'langauge: en',
    '1 unknown-key: unknown key `langauge`; did you mean `language`?',
  ],
  [
    'an unknown key that is near to none',
    'language: en',
    'colour: blue',
    '1 unknown-key: unknown key `colour`',
  ],
  [
    'a `title` where a question has a `text`',
    '        text: Which of these are in use?',
    '        title: Which of these are in use?',
    '9 unknown-key: unknown key `title`; did you mean `text`?',
  ],
  [
    'a missing label',
    '{ id: inner, label: Inner }',
    '{ id: inner }',
    '15 missing-key: the option `inner` needs the key `label`',
  ],
  [
    'a word for a number',
    '    weight: 2',
    '    weight: two',
    '13 wrong-type: `weight` is a text where a number is needed',
  ],
  [
    'a number in quotes',
    '    weight: 2',
    '    weight: "2"',
    '13 wrong-type: `weight` is a text where a number is needed',
  ],
  [
    'a text for a list',
    '        themes: [people]',
    '        themes: people',
    '17 wrong-type: `themes` is a text where a list is needed',
  ],
  [
    '`yes`, which YAML 1.2 reads as a text',
    '            required: true',
    '            required: yes',
    '23 wrong-type: `required` is a text where true or false is needed',
  ],
  [
    'a version that YAML reads as a number',
    'version: 1.2.0',
    'version: 1.10',
    '10 bad-form: `version` is "1.1"; it must be a semantic version of three numbers, such as 1.2.0',
  ],
  [
    'a version that is none',
    'version: 1.2.0',
    'version: v1.2',
    '10 bad-form: `version` is "v1.2"; it must be a semantic version, such as 1.2.0',
  ],
  [
    'a title that YAML reads as a number',
    'title: Housing service digital check',
    'title: 2024',
    '8 wrong-type: `title` is a number where a text is needed',
  ],
  [
    'an empty title',
    'title: Housing service digital check',
    'title:',
    '7 wrong-type: `title` is empty where a text is needed',
  ],
  [
    'a question type that is nearly right',
    '        type: choices',
    '        type: choises',
    '15 unknown-word: `type` is "choises"; allowed: `level`, `yes_no`, `choice`, `choices`, `number`, `text` or `date`; did you mean `choices`?',
  ],
  [
    'a question type that there is not',
    '        type: choices',
    '        type: slider',
    '15 unknown-word: `type` is "slider"; allowed: `level`, `yes_no`, `choice`, `choices`, `number`, `text` or `date`',
  ],
  [
    'a key of another question type',
    '            type: yes_no',
    '            type: yes_no\n            scale: maturity',
    '13 key-not-here: `scale` does not belong here: it is not for a question of type `yes_no`',
  ],
  [
    'a range for a number with a step table',
    '        max: 100\n',
    '        max: 100\n        range: [0, 1]\n',
    '9 key-not-here: `range` does not belong here: a step table says itself how low and how high it scores',
  ],
  [
    'an id with capitals',
    '      - id: data_owner',
    '      - id: Data-Owner',
    '13 bad-form: `id` is "Data-Owner"; it must be a snake_case id: small letters, digits and single underscores, starting with a letter; did you mean `data_owner`?',
  ],
  [
    'a dimension’s id with a capital',
    '  - id: service',
    '  - id: Service',
    '9 bad-form: `id` is "Service"; it must be a snake_case id: small letters, digits and single underscores, starting with a letter; did you mean `service`?',
  ],
  [
    'a scale’s name with a capital',
    '  maturity:\n',
    '  Maturity:\n',
    '3 bad-form: the key "Maturity" of `scales` must be a snake_case id: small letters, digits and single underscores, starting with a letter; did you mean `maturity`?',
  ],
  [
    'an id with two underscores',
    '      - id: data_hosting',
    '      - id: data__hosting',
    '13 bad-form: `id` is "data__hosting"; it must be a snake_case id: small letters, digits and single underscores, starting with a letter; did you mean `data_hosting`?',
  ],
  [
    'the file’s own id in snake_case',
    'id: housing-digital',
    'id: housing_digital',
    '5 bad-form: `id` is "housing_digital"; it must be a kebab-case id: small letters, digits and single hyphens, starting with a letter; did you mean `housing-digital`?',
  ],
  [
    'the reserved id `overall`',
    '  - id: other',
    '  - id: overall',
    '13 reserved-id: the id `overall` is reserved: Milepost uses the word itself',
  ],
  [
    'the reserved id `constructor`',
    '      - id: data_share',
    '      - id: constructor',
    '13 reserved-id: the id `constructor` is reserved: Milepost uses the word itself',
  ],
  [
    'the id `__proto__`',
    '      - id: data_share',
    '      - id: __proto__',
    '13 bad-form: `id` is "__proto__"; it must be a snake_case id: small letters, digits and single underscores, starting with a letter; did you mean `proto`?',
  ],
  ['the key `__proto__`', 'language: en', '__proto__: en', '1 unknown-key: unknown key `__proto__`'],
  [
    'a profile field named as a column of the long table',
    '{ id: staff, ',
    '{ id: score, ',
    '11 reserved-id: the id `score` is reserved: Milepost uses the word itself',
  ],
  [
    'two questions of one id',
    '      - id: data_share',
    '      - id: data_hosting',
    '13 duplicate-id: the id `data_hosting` is taken: the question in line 64 has it',
  ],
  [
    'a question with the id of a dimension before it',
    '      - id: data_share',
    '      - id: data',
    '13 duplicate-id: the id `data` is taken: the dimension in line 43 has it',
  ],
  [
    'two themes of one id',
    '{ id: tools, title: Tools }',
    '{ id: tools, title: Tools }\n  - { id: people, title: All }',
    '11 duplicate-name: the theme `people` is defined twice, first in line 36',
  ],
  [
    'a theme with the id of a profile field',
    '{ id: tools, title: Tools }',
    '{ id: tools, title: Tools }\n  - { id: staff, title: Staff }',
    '11 duplicate-id: the id `staff` is taken: the profile field in line 18 has it',
  ],
  [
    'two profile fields of one id',
    '  - { id: email,',
    '  - { id: staff, title: Staff }\n  - { id: email,',
    '11 duplicate-name: the profile field `staff` is defined twice, first in line 18',
  ],
  [
    'two items of a grid of one id',
    '{ id: pay, text',
    '{ id: report, text',
    '23 duplicate-id: the id `online_parts_report` is taken: the grid item in line 97 has it',
  ],
  [
    'an index with the id of a question',
    '{ id: readiness,',
    '{ id: data_share,',
    '13 duplicate-id: the id `data_share` is taken: the question in line 69 has it',
  ],
  [
    'two options of one id',
    '{ id: outer, label: Outer }',
    '{ id: inner, label: Outer }',
    '50 duplicate-name: the option `inner` is defined twice, first in line 17',
  ],
  [
    'two barriers of one id',
    '{ id: legacy, label',
    '{ id: skills, label',
    '11 duplicate-name: the barrier `skills` is defined twice, first in line 33',
  ],
  [
    'a scale that there is not',
    '        scale: maturity\n        levels',
    '        scale: maturty\n        levels',
    '16 unknown-scale: there is no scale `maturty`; did you mean `maturity`?',
  ],
  [
    'a scale misspelt where it is defined',
    '  maturity:\n',
    '  matrity:\n',
    '3 named-otherwise: the scale `matrity` is used nowhere, and 3 places name `maturity`; did you mean `maturity`?',
  ],
  [
    'an option list that there is not',
    '        options: hosting',
    '        options: hostng',
    '18 unknown-option-list: there is no option list `hostng`; did you mean `hosting`?',
  ],
  [
    'a theme that there is not',
    '        themes: [people]',
    '        themes: [peple]',
    '18 unknown-theme: there is no theme `peple`; did you mean `people`?',
  ],
  [
    'a theme named twice',
    '        themes: [people]',
    '        themes: [people, people]',
    '26 listed-twice: `people` stands twice in `themes`',
  ],
  [
    'wording for a level that there is not',
    '          4: Every',
    '          5: Every',
    '11 unknown-level: the scale `maturity` has no level 5; it has `1`, `2`, `3` or `4`',
  ],
  [
    'wording for a level by its name',
    '          4: Every',
    '          four: Every',
    '11 bad-form: the key "four" of `levels` must be the value of a level, as a number',
  ],
  [
    'a level too low for its place',
    '{ value: 4, label: Leading }',
    '{ value: 2.5, label: Leading }',
    '18 levels-out-of-order: level 2.5 stands after level 3',
  ],
  [
    'a level too high for its place',
    '{ value: 1, label: Starting }',
    '{ value: 5, label: Starting }',
    '18 levels-out-of-order: level 5 stands before level 2',
  ],
  [
    'a level twice',
    '{ value: 4, label: Leading }',
    '{ value: 3, label: Leading }',
    '18 levels-out-of-order: level 3 stands after level 3',
  ],
  [
    'an option without a score among some with one',
    '{ id: quality, label: Quality reports, score: 1 }',
    '{ id: quality, label: Quality reports }',
    '19 options-partly-scored: the other options have a score, and `quality` has none',
  ],
  [
    'an option with a score among some without',
    'label: Inner }, { id: outer, label: Outer }]',
    'label: Inner }, { id: outer, label: Outer, score: 1 }, { id: else, label: Else }]',
    '78 options-partly-scored: only `outer` of the options has a score',
  ],
  [
    'an option that stands for “not applicable”',
    '{ id: cloud, label: Cloud, score: 1 }',
    '{ id: cloud, label: N/A, score: 1 }',
    '27 reads-as-non-answer: the option label "N/A" would be read as `not_applicable`',
  ],
  [
    'an option that is one of the questionnaire’s own words',
    '{ id: cloud, label: Cloud, score: 1 }',
    '{ id: cloud, label: not  SURE, score: 1 }',
    '27 reads-as-non-answer: the option label "not  SURE" would be read as `dont_know`',
  ],
  [
    'a `when` that looks at a later question',
    '        when: answers.data_owner >= 2',
    '        when: answers.data_share >= 2',
    '23 expression-unavailable-name: `answers.data_share` cannot be used here: `data_share` is asked later',
  ],
  [
    'a `when` that looks at its own question',
    '        when: answers.data_owner >= 2',
    '        when: size(answers.data_tools) >= 2',
    '28 expression-unavailable-name: `answers.data_tools` cannot be used here: a question cannot depend on its own answer',
  ],
  [
    'a `when` with a misspelt name',
    '        when: answers.data_owner >= 2',
    '        when: answers.data_ownr >= 2',
    '23 expression-unknown-name: there is no `answers.data_ownr` here; did you mean `answers.data_owner`?',
  ],
  [
    'a `when` with a misspelt option',
    'data_hosting == "cloud"',
    'data_hosting == "clod"',
    '66 expression-unknown-option: `answers.data_hosting` is never "clod"; did you mean `cloud`?',
  ],
  [
    'a `when` that is no condition',
    '        when: answers.data_owner >= 2',
    '        when: answers.data_owner',
    '15 expression-result: this must come to true or false, and is a number',
  ],
  [
    'a `when` on a grid as a whole',
    '          - id: other_text\n',
    '          - id: other_text\n            when: answers.online_parts > 1\n',
    '27 expression-unavailable-name: `answers.online_parts` cannot be used here: it is asked once for each item; name one, as `answers.online_parts_report`',
  ],
  [
    'a `min` that is no less than `max`',
    '        min: 0\n        max: 100',
    '        min: 100\n        max: 100',
    '14 min-not-below-max: `min` is 100 and `max` is 100; the minimum must be below the maximum',
  ],
  [
    'a range upside down',
    '            range: [0, 1]',
    '            range: [1, 0]',
    '20 range-not-upwards: the range goes from 1 to 0; the first must be below the second',
  ],
  [
    'steps out of order',
    '{ from: 50, score: 1 }',
    '{ from: 0, score: 1 }',
    '21 steps-out-of-order: the step from 0 stands after the step from 0',
  ],
  [
    'steps that leave the lowest numbers out',
    '          - { from: 0, score: 0 }',
    '          - { from: 10, score: 0 }',
    '21 steps-with-gap: the lowest step starts at 10, but the answer can be as low as 0',
  ],
  [
    'a score with a misspelt function',
    '"clamp(value / 50, 0, 1)"',
    '"clmp(value / 50, 0, 1)"',
    '21 expression-unknown-function: there is no function `clmp`; did you mean `clamp`?',
  ],
  [
    'a pattern that is none',
    '"^[A-Z].*$"',
    '"^[A-Z.*$"',
    '22 bad-pattern: the pattern "^[A-Z.*$" is no regular expression: Unterminated character class',
  ],
  [
    'a date in another form',
    'min: 2020-01-01',
    'min: 01/01/2020',
    '18 bad-form: `min` is "01/01/2020"; it must be a date in ISO 8601, such as 2026-03-31',
  ],
  [
    'a day that there is not',
    'max: 2030-12-31',
    'max: 2030-02-31',
    '18 no-such-date: `max` is "2030-02-31", and there is no such day',
  ],
  [
    'a target without a scale',
    '            type: yes_no',
    '            type: yes_no\n            ask: [target]',
    '18 unknown-target: `ask: [target]` needs a scale, and `online_form` has none',
  ],
  [
    'a misspelt follow-up',
    'ask: [target, evidence, barriers]',
    'ask: [target, evidnce, barriers]',
    '23 unknown-word: `ask[1]` is "evidnce"; allowed: `target`, `evidence`, `barriers`, `confidence` or `best_practice`; did you mean `evidence`?',
  ],
  [
    'a dimension with questions and dimensions',
    '    title: Service\n',
    '    title: Service\n    questions: [{ id: more, text: More?, type: yes_no }]\n',
    '5 key-not-here: `questions` does not belong here: a dimension holds `dimensions` or `questions`, not both',
  ],
  [
    'a personal unit field',
    'required: true, unit: true }\n  - id: type',
    'required: true, unit: true, personal: true }\n  - id: type',
    '80 unit-personal: the unit field `department` is marked `personal`; a unit cannot be dropped at intake',
  ],
  [
    'another version of the format',
    'milepost: 1',
    'milepost: 2',
    '11 unknown-format: the version of the format is `2`; this program knows `1`',
  ],
  [
    'a kind of file that there is not',
    'milepost: 1',
    'milepost: 1\nkind: rubrik',
    '7 unknown-word: `kind` is "rubrik"; allowed: `questionnaire`, `fragment`, `rubric`, `map` or `config`; did you mean `rubric`?',
  ],
  [
    'another kind of file than it is',
    'milepost: 1',
    'milepost: 1\nkind: rubric',
    '7 mistaken-kind: this says that it is a rubric, but has the keys of a questionnaire',
  ],
  [
    'a weight below 0',
    '    weight: 2',
    '    weight: -2',
    '13 out-of-limits: `weight` is -2; it must be 0 or more',
  ],
  [
    'a band that starts twice',
    '{ id: high, label: High, from: 60 }',
    '{ id: high, label: High, from: 60, above: 50 }',
    '32 key-not-here: `from` does not belong here: a band starts `from` a score or `above` it, not both',
  ],
  [
    'a misspelt policy',
    '    dont_know: lowest',
    '    dont_know: lowst',
    '16 unknown-word: `dont_know` is "lowst"; allowed: `exclude`, `lowest` or `highest`; did you mean `lowest`?',
  ],
  [
    'a method that there is not',
    'method: min }',
    'method: minimum }',
    '21 unknown-word: `method` is "minimum"; allowed: `mean`, `sum`, `share`, `min`, `max`, `median`, `geometric_mean`, `harmonic_mean`, `staged` or `expression`',
  ],
  [
    'a misspelt dimension in the rubric',
    '    data: { method',
    '    dta: { method',
    '5 rubric-unknown-dimension: there is no dimension `dta`; did you mean `data`?',
  ],
];

test('the questionnaire that they edit has no error', async () => {
  expect(await errors(valid)).toEqual([]);
});

test.each(edits)('%s', async (_, from, to, error) => {
  const { text, line } = edited(from, to);
  expect(await errors(text)).toEqual([`q.yaml:${line}:${error}`]);
});
