import { milepost } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';
import { answers, csv, definition, report } from '../fixture.js';

/** Pages that reports come to: what is usual, and what is not. */
export const cases: Readonly<Record<string, () => Promise<string>>> = {
  whole: () => page(''),
  own: () => page('--unit organisation=Northbridge --with-notes'),
  'one-authority': () => page('', csv(['a1,2026,Northbridge,Housing,inner,2,2,4,3,4,skills,,,,'])),
  'one-dimension': () => page('', undefined, oneDimension),
  'no-targets-no-waves': () =>
    page(
      '',
      csv(['a1,,A,x,inner,1,2,3,2,,,,,,', 'b1,,B,x,inner,2,1,3,3,,,,,,', 'c1,,C,x,inner,4,1,2,4,,,,,,']),
    ),
  'all-blank': () => page('', csv(['a1,,A,x,,,,,,,,,,,', 'b1,,B,x,,,,,,,,,,,', 'c1,,C,x,,,,,,,,,,,'])),
  'all-withheld': () => page('--min-group 10'),
  'long-names': () => page('', answersOf(long('An authority'), long('B')), titled(long('Data'))),
  'right-to-left': () =>
    page(
      '--unit organisation=נורתברידג׳ --with-notes --name-peers',
      answersOf('נורתברידג׳', 'المجلس البلدي (الشرقي)', 'זמן ללמוד: ימי שישי.'),
      titled('ניהול נתונים, 2026', 'he'),
    ),
  script: () =>
    page(
      ['--unit', 'organisation=<b>North</b>', '--with-notes', '--name-peers'],
      answersOf('<b>North</b>', '<img src=x onerror=alert(1)>', '<script>alert(1)</script> & "quoted"'),
      titled('<script>alert(2)</script>'),
    ),
  themed,
  'thirty-three': () => page('', manyAnswers(), many()),
  'own-of-thirty-three': () => page(['--unit', 'organisation=Authority 07'], manyAnswers(), many()),
};

async function page(
  options: string | readonly string[],
  answers?: string,
  definition?: string,
): Promise<string> {
  const asked = typeof options === 'string' ? options.split(' ').filter((option) => option !== '') : options;
  const ran = await report(['-o', 'r.html', ...asked], {
    ...(answers === undefined ? {} : { 'a.csv': answers }),
    ...(definition === undefined ? {} : { 'q.yaml': definition }),
  });
  if (ran.exit !== 0) throw new Error(ran.err);
  return ran.file('r.html');
}

/** In colours far from ours, with all that a theme can say. */
async function themed(): Promise<string> {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="240" height="60" rx="8" fill="#6b2d8f"/></svg>';
  const ran = await milepost('report -o r.html', {
    files: {
      'milepost.config.yaml':
        'milepost: 1\nkind: config\nquestionnaire: q.yaml\nsources: [{ files: a.csv }]\ntheme: theme.yaml\n',
      'q.yaml': definition(),
      'a.csv': answers,
      'logo.svg': logo,
      'theme.yaml': `milepost: 1
kind: theme
organisation: The County of Eastshire
logo: { file: logo.svg, alternative: Arms of Eastshire }
introduction: Thank you to everybody who answered.
footer: Ask the digital team.
words: { unit: council, units: councils }
colours:
  light: { background: "#f3e9d2", text: "#2b1d0e", accent: "#6b2d8f" }
  dark: { background: "#3a2b45", text: "#ffffff", accent: "#ffd166" }
`,
    },
  });
  if (ran.exit !== 0) throw new Error(ran.err);
  return ran.file('r.html');
}

function long(start: string): string {
  return `${start} whose name has been agreed by all whom it concerns, and who could not agree upon a shorter one for it`.padEnd(
    120,
    '!',
  );
}

/** The usual questionnaire with another title of its first dimension. */
function titled(title: string, language = 'en'): string {
  return definition({ language }).replace('title: Data\n', `title: ${JSON.stringify(title)}\n`);
}

const oneDimension = definition().replace(/ {2}- id: culture\n[\s\S]*(?=rubric:)/, '');

/** Two authorities in two waves; the first wrote a note. */
function answersOf(first: string, second: string, note = ''): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return csv(
    ['2025', '2026'].flatMap((wave, at) => [
      `a1,${wave},${cell(first)},Housing,inner,1,2,${3 - at},2,3,skills,,,,${cell(note)}`,
      `a2,${wave},${cell(first)},Planning,inner,4,2,3,2,3,skills,${cell(note)},yes,${cell(first)},`,
      `b1,${wave},${cell(second)},Housing,outer,1,${1 + at},2,3,2,money,,,,`,
    ]),
  );
}

const dimensions = [
  'Data',
  'Culture and leadership',
  'Technology and infrastructure',
  'Skills',
  'Service design',
  'Security',
  'Procurement',
  'Ethics',
];
const themes = ['people', 'process', 'tools', 'policy'];

/** Eight dimensions of five questions. */
function many(): string {
  const questions = (dimension: number) =>
    Array.from(
      { length: 5 },
      (_, at) =>
        `      - { id: d${dimension}_q${at}, text: Question ${at + 1} about it?, scale: maturity, themes: [${themes[(dimension + at) % 4]}], ask: [target, barriers] }`,
    );
  return questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
scales:
  maturity: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
barriers: [{ id: skills, label: Skills }, { id: money, label: Money }]
themes:
${themes.map((id) => `  - { id: ${id}, title: ${id[0]?.toUpperCase()}${id.slice(1)} }`).join('\n')}
dimensions:
${dimensions.map((title, at) => [`  - id: d${at}`, `    title: ${title}`, '    questions:', ...questions(at)].join('\n')).join('\n')}
rubric: { range: [0, 100], bands: [{ id: low, label: Low, from: 0 }, { id: middle, label: Middle, from: 35 }, { id: high, label: High, from: 70 }] }
`);
}

/** 33 authorities in three waves, two responses each. */
function manyAnswers(): string {
  const ids = dimensions.flatMap((_, dimension) =>
    Array.from({ length: 5 }, (_, at) => `d${dimension}_q${at}`),
  );
  const head = [
    'response_id',
    'wave',
    'organisation',
    ...ids,
    'd0_q0__target',
    'd3_q1__target',
    'd0_q0__barriers',
  ];
  const rows = ['2024', '2025', '2026'].flatMap((wave, later) =>
    Array.from({ length: 66 }, (_, respondent) => {
      const unit = Math.floor(respondent / 2) + 1;
      const levels = ids.map(
        (_, at) => ((unit * 7 + at * 5 + (at % (respondent + 2)) + later * (at % 3)) % 4) + 1,
      );
      const name = `Authority ${String(unit).padStart(2, '0')}`;
      return [`r${respondent}`, wave, name, ...levels, 4, 3, respondent % 3 === 0 ? 'skills' : 'money'];
    }),
  );
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}
