import { expect, test } from 'vitest';
import { helpOf, textOf } from '../../src/finding/catalogue.js';
import { registerLookUp } from '../../src/intake/register/look-up.js';
import { readRegister } from '../../src/intake/register/read-register.js';
import { answeringUnits, childrenOf, lineOf, type Register } from '../../src/intake/register/register.js';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import { questionnaire } from '../support/questionnaire.js';

const { questionnaire: asked } = loadQuestionnaire('q.yaml', {
  read: () => ({
    text: questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
dimensions: [{ id: d, title: D, questions: [{ id: q, text: Q?, type: yes_no }] }]
`),
  }),
  resolve: (_, relative) => relative,
});

async function read(text: string) {
  if (asked === undefined) throw new Error('no questionnaire');
  return readRegister('units.csv', text, asked);
}

async function register(text: string): Promise<Register> {
  const { register: found, findings } = await read(text);
  expect(findings).toEqual([]);
  if (found === undefined) throw new Error('no register');
  return found;
}

/** What is wrong, each with its cell. */
async function wrong(text: string): Promise<readonly string[]> {
  const { findings } = await read(text);
  return findings.map((found) => {
    const { line, column, name } = found.cell ?? {};
    expect(() => helpOf(found)).not.toThrow();
    return `${[line, column, name].filter((part) => part !== undefined).join(':')} ${found.rule}: ${textOf(found)}`;
  });
}

const units = `id;title;aliases;level;parent;type;peers;becomes;population
nb;Northbridge;"NB; Northbridge Council";organisation;;Inner;em;;250000

nb-h;Housing & Homes;;department;nb;;;;
em;Eastmere;;organisation;;outer;;;
em-h;Housing and Homes;;department;em;;;;
hr;People;;department;;;;;
old;Old Borough;;organisation;;;;nb;
`;

test('a register holds units with their names, attributes and ties', async () => {
  const { byId, units: all } = await register(units);
  expect(all.map(({ id }) => id)).toEqual(['nb', 'nb-h', 'em', 'em-h', 'hr', 'old']);
  expect(byId.get('nb')).toEqual({
    id: 'nb',
    title: 'Northbridge',
    aliases: ['NB', 'Northbridge Council'],
    level: 'organisation',
    parent: undefined,
    peers: ['em'],
    becomes: undefined,
    profile: { type: 'inner' },
    attributes: { type: 'Inner', population: '250000' },
    place: { file: 'units.csv', cell: { line: 2 } },
  });
  expect(byId.get('nb-h')?.place.cell?.line).toBe(4);
});

test('units are found by id, title and alias, whatever their case, accents and punctuation', async () => {
  const lookUp = registerLookUp(await register(units));
  const found = (level: string, text: string, within?: string) => {
    const result = lookUp(level, text, within);
    if (result.kind === 'unit') return result.unit.id;
    return result.kind === 'ambiguous' ? result.units.map(({ id }) => id) : (result.suggestion ?? 'nothing');
  };
  expect(found('organisation', ' northbridge  council ')).toBe('nb');
  expect(found('organisation', 'Nórthbridge')).toBe('nb');
  expect(found('organisation', 'EM')).toBe('em');
  expect(found('department', 'Housing and Homes')).toEqual(['nb-h', 'em-h']);
  expect(found('department', 'housing & homes', 'em')).toBe('em-h');
  expect(found('department', 'People', 'em')).toBe('hr');
  expect(found('organisation', 'Northbrdige')).toBe('Northbridge');
  expect(found('organisation', 'Housing')).toBe('nothing');
});

test('units know what they belong to, and who answers', async () => {
  const all = await register(units);
  const housing = all.byId.get('nb-h');
  expect(housing && lineOf(all, housing).map(({ id }) => id)).toEqual(['nb', 'nb-h']);
  expect(childrenOf(all, 'nb').map(({ id }) => id)).toEqual(['nb-h']);
  expect(answeringUnits(all).map(({ id }) => id)).toEqual(['nb-h', 'em-h', 'hr']);
});

test.each([
  ['', ['register-empty']],
  ['name,level\nA,organisation\n', ['1 register-column-missing: the register has no column `id`']],
  ['id,level,id\n', ['1:3:id register-column-twice']],
  ['id,level\n,organisation\n', ['2:1:id register-id-missing']],
  [
    'id,level\na,organisation\na,organisation\n',
    ['3:id register-id-twice: the id "a" stands in line 2 already'],
  ],
  [
    'id,level\na,organization\n',
    [
      '2:2:level register-level-unknown: the level is "organization"; allowed: `organisation` or `department`; did you mean `organisation`?',
    ],
  ],
  ['id,level\na\n', ['2 ragged-row']],
  ['id,level\na,"x\n', ['2:2 csv-syntax']],
  [
    'id,level,parent,peers,becomes\nab,organisation,,,\nc,department,ba,x;y,z\n',
    [
      '3:parent register-unknown-unit: `parent` is "ba", and no unit has that id; did you mean `ab`?',
      '3:peers register-unknown-unit: `peers` is "x", and no unit has that id',
      '3:peers register-unknown-unit: `peers` is "y", and no unit has that id',
      '3:becomes register-unknown-unit: `becomes` is "z", and no unit has that id',
    ],
  ],
  [
    'id,level,parent\na,organisation,b\nb,department,\n',
    ['2:parent register-parent-level: the parent "b" is not at a level above `organisation`; there is none'],
  ],
  [
    'id,level,parent\na,department,b\nb,department,a\nc,department,a\n',
    [
      '2:parent register-cycle: by `parent` these units lead back to themselves: `a` and `b`',
      '4:parent register-parent-level: the parent "a" is not at a level above `department`; allowed: `organisation`',
    ],
  ],
  [
    'id,level,becomes\na,organisation,b\nb,organisation,a\n',
    ['2:becomes register-cycle: by `becomes` these units lead back to themselves: `a` and `b`'],
  ],
  [
    'id,title,level\na,Alpha,organisation\nb,ALPHA,organisation\n',
    ['3:title register-name-twice: "ALPHA" is also a name of the unit `a` beside it'],
  ],
  ['id,level,type\na,organisation,iner\n', ['2:3:type answer-unknown']],
])('%j', async (text, expected) => {
  const found = await wrong(text);
  expect(found).toHaveLength(expected.length);
  for (const [i, start] of expected.entries()) expect(found[i]).toContain(start);
});
