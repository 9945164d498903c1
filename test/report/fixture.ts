import { milepost, type Ran } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** Three dimensions, two themes, and all that people can say beside an answer. */
export function definition({ rubric = bands, more = '', language = 'en' } = {}): string {
  return questionnaire(`language: ${language}
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
${more}
scales:
  maturity: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
barriers:
  - { id: skills, label: Skills }
  - { id: money, label: Money }
themes:
  - { id: people, title: People }
  - { id: tools, title: Tools }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: data_owner, text: Has every dataset an owner?, scale: maturity, themes: [people], ask: [target, barriers, best_practice] }
      - { id: data_tools, text: Are data tools shared?, scale: maturity, themes: [tools], ask: [target, barriers] }
  - id: culture
    title: Culture
    questions:
      - { id: culture_time, text: Is there time to learn?, scale: maturity, themes: [people], ask: [target, barriers] }
  - id: service
    title: Service
    questions:
      - { id: service_tools, text: Are services built together?, scale: maturity, themes: [tools] }
rubric: ${rubric}
`);
}

const bands =
  '{ bands: [{ id: low, label: Low, from: 1 }, { id: middle, label: Middle, from: 2 }, { id: high, label: High, from: 3 }] }';

const columns = [
  'response_id',
  'wave',
  'organisation',
  'department',
  'type',
  'data_owner',
  'data_tools',
  'culture_time',
  'service_tools',
  'data_owner__target',
  'data_owner__barriers',
  'data_owner__best_practice',
  'data_owner__share',
  'data_owner__contact',
  'culture_time__note',
];

/** Three authorities of two departments in two waves. */
export const answers = csv([
  'a1,2025,Northbridge,Housing,inner,1,2,3,2,3,skills,,,,',
  'a2,2025,Northbridge,Planning,inner,2,1,3,3,3,skills,,,,',
  'b1,2025,Eastmere,Housing,outer,1,1,2,3,2,money,,,,',
  'c1,2025,Westholm,Housing,outer,3,4,4,4,,,,,,',
  'a1,2026,Northbridge,Housing,inner,2,2,4,3,4,skills,,,,We meet on Fridays.',
  'a2,2026,Northbridge,Planning,inner,2,1,3,3,3,skills,,,,',
  'a3,2026,Northbridge,Planning,inner,4,1,3,3,3,skills;money,,,,',
  'b1,2026,Eastmere,Housing,outer,1,2,2,3,2,money,,,,',
  'c1,2026,Westholm,Housing,outer,4,4,4,4,,,An owner for each register.,yes,Head of Data,',
]);

export function csv(lines: readonly string[]): string {
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** Runs `report` of such answers; options in one text where none holds a space. */
export function report(
  options: string | readonly string[] = '',
  files: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return run('report', options, files);
}

/** Runs `compare` of the same answers. */
export function compare(
  options: string | readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return run('compare', options, files);
}

function run(
  command: string,
  options: string | readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Ran> {
  const asked = typeof options === 'string' ? options.split(' ').filter((part) => part !== '') : options;
  return milepost([command, 'q.yaml', 'a.csv', ...asked], {
    files: { 'q.yaml': definition(), 'a.csv': answers, ...files },
  });
}
