import { questionnaireStatistics } from '../../src/questionnaire/statistics/statistics.js';
import { instruments } from '../support/instruments.js';
import { table } from './tables.js';

/** Whom each questionnaire is for, by its id, in the order in which they are likely to be used. */
const forWhom: ReadonlyMap<string, string> = new Map([
  ['digital-maturity', 'members, managers, frontline and ICT staff of every department'],
  ['technical-analysis', 'the head of ICT, with those who look after systems, security and data'],
  ['technology-preparedness', 'chief officers, heads of service, ICT managers, and those who buy technology'],
  ['city-analytics-readiness', 'those in a department who know its data, and whoever decides about it'],
  ['data-maturity-matrix', 'those in a department who work with its data'],
  ['joint-working', 'those who can speak for the authority, in one room'],
]);

/** The questionnaires that come with the program: whom they are for, and what they ask of them at most. */
export function questionnaireTable(): string {
  const order = [...forWhom.keys()];
  const rows = instruments.map(({ path, questionnaire }) => {
    const { id, title } = questionnaire;
    const whom = forWhom.get(id);
    if (whom === undefined) throw new Error(`say in test/docs/questionnaire-table.ts whom ${id} is for`);
    const { questions, most } = questionnaireStatistics(questionnaire).whole;
    const minutes = [most.selfCompletion, most.interview].map((each) => `${Math.round(each)}`);
    return { id, row: [`[${title}](${path})`, whom, `${questions}`, ...minutes] };
  });
  return table(
    ['questionnaire', 'for whom', 'questions', 'minutes alone', 'in an interview'],
    rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map(({ row }) => row),
  );
}
