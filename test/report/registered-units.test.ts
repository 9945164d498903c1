import { describe, expect, test } from 'vitest';
import { report } from './fixture.js';
import { pageOf } from './page.js';

const files = {
  'units.csv': `id,title,aliases,level,parent
nb,Northbridge,NB;The Bridge,organisation,
nb-hou,Housing,Homes,department,nb
nb-pla,Planning,,department,nb
em,Eastmere,,organisation,
em-hou,Housing,Homes,department,em
wh,Westholm,,organisation,
wh-hou,Housing,Homes,department,wh
`,
};

describe('with a unit register, the unit whose page it is goes', () => {
  test.each([
    ['by its id', '--unit organisation=nb', 'Northbridge'],
    ['by an alias, however it is written', '--unit organisation=the-bridge', 'Northbridge'],
    ['by its title, in lower case', '--unit organisation=northbridge', 'Northbridge'],
    ['by the id of an inner unit alone', '--unit department=nb-pla', 'Northbridge › Planning'],
    ['by an alias within another', '--unit department=homes --unit organisation=EM', 'Eastmere › Housing'],
  ])('%s', async (_, unit, name) => {
    const ran = await report(`${unit} --units units.csv --with-notes -o r.html`, files);
    expect([ran.exit, ran.err]).toEqual([0, '9 responses scored.\n']);
    const { headings, finding } = pageOf(ran.file('r.html'));
    expect(headings[0]).toEqual([1, name]);
    expect(finding('notes')).toBe(name === 'Northbridge' ? '1 note on 1 question' : undefined);
  });

  test('by no name that several units have', async () => {
    const both = files['units.csv'].replace(/(Eastmere|Westholm),,/g, '$1,The Mere,');
    const ran = await report('--unit organisation=the-mere --units units.csv -o r.html', {
      'units.csv': both,
    });
    expect([ran.exit, ran.err.slice(ran.err.indexOf('milepost: '))]).toEqual([
      2,
      'milepost: --unit organisation=the-mere: several units in units.csv are called so\nName one by its id: em (Eastmere), wh (Westholm).\n',
    ]);
  });

  test('by one name within several others where a page is written for each', async () => {
    const ran = await report(
      ['--unit', 'department=homes', '--units', 'units.csv', '-o', '{unit}.html'],
      files,
    );
    expect(ran.exit).toBe(0);
    expect(pageOf(ran.file('Westholm-Housing.html')).headings[0]).toEqual([1, 'Westholm › Housing']);
    const one = await report(['--unit', 'department=homes', '--units', 'units.csv', '-o', 'one.html'], files);
    expect([one.exit, one.err.split('\n')[0]]).toEqual([
      2,
      'milepost: --unit department=homes is 3 units, and there is one page to write',
    ]);
  });

  test('and anybody else is asked for where names are looked up', async () => {
    const ran = await report('--unit organisation=Norbridge --units units.csv -o r.html', files);
    expect([ran.exit, ran.err]).toEqual([
      2,
      'milepost: no response is of organisation Norbridge; did you mean Northbridge?\nUnits go by their titles, ids and aliases in units.csv.\n',
    ]);
  });
});
