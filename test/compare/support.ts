import { milepost, type Ran, rowsOf } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** One number from 0 to 10 in a dimension `d`, of authorities with departments, kinds of authority and roles. */
export function numbered(rubric = '{}'): string {
  return questionnaire(`profile:
  - { id: organisation, title: Authority, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: role, title: Role, type: choice, options: [{ id: leader, label: Leader }, { id: frontline, label: Frontline }] }
  - { id: email, title: E-mail, personal: true }
dimensions:
  - id: d
    title: Data
    questions:
      - { id: q, text: How much?, type: number, min: 0, max: 10 }
      - { id: r, text: How often?, type: number, min: 0, max: 10, weight: 0 }
rubric: ${rubric}
`);
}

export interface Setting {
  readonly answers: string;
  readonly units?: string;
  readonly definition?: string;
}

/** Runs `compare` of such answers, with the register where there is one; options in one text where none holds a space. */
export function compare(
  options: string | readonly string[],
  { answers, units, definition = numbered() }: Setting,
): Promise<Ran> {
  const asked = typeof options === 'string' ? options.split(' ').filter((part) => part !== '') : options;
  const register = units === undefined ? [] : ['--units', 'units.csv'];
  return milepost(['compare', 'q.yaml', 'a.csv', ...register, ...asked], {
    files: {
      'q.yaml': definition,
      'a.csv': answers,
      ...(units === undefined ? {} : { 'units.csv': units }),
    },
  });
}

/** The rows of the table that it gives as CSV. */
export async function rows(
  options: string,
  setting: Setting,
): Promise<readonly Readonly<Record<string, string>>[]> {
  return rowsOf((await compare(`${options} --format csv`, setting)).out);
}
