// Writes, the same at every run, what is in examples/city: made-up answers of thirty-three made-up authorities in two waves. It
// reads the questionnaires as they are, by the program as it is built (`npm run build`).

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { loadQuestionnaire, resolve } from '../../dist/index.js';
import { answerTo, diceFor } from './city/answers.mjs';
import { cellsOf } from './city/cells.mjs';
import { authorities, departments, roles, usualRoles } from './city/units.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const city = join(root, 'examples/city');

const files = {
  read: (file) => ({ text: readFileSync(file, 'utf8') }),
  resolve: (from, relative) => join(dirname(from), relative),
};

function load(name) {
  const { questionnaire, findings } = loadQuestionnaire(join(root, 'questionnaires', `${name}.yaml`), files);
  if (questionnaire === undefined) throw new Error(`${name} cannot be used: ${JSON.stringify(findings)}`);
  const below = (dimension) => [...dimension.dimensions.flatMap(below), ...dimension.questions];
  const dimensionOf = new Map(
    questionnaire.dimensions.flatMap((dimension) => below(dimension).map(({ id }) => [id, dimension.id])),
  );
  // An item of a grid is a question like any other.
  const questions = questionnaire.questions.map((question) => ({
    ...question,
    dimensionId: dimensionOf.get(question.id),
  }));
  return { questionnaire, questions, barriers: questionnaire.barriers };
}

const two = (number) => String(number).padStart(2, '0');

/** Who answers for a department in a wave. About two in three of those who answer by themselves do so again. */
function respondentsOf(authority, department, wave) {
  const thrown = diceFor(wave, authority.id, department.id);
  const isLater = wave === '2026';
  if ((authority.since ?? wave) > wave) return [];
  // Some departments answer in neither wave, a few in one alone.
  if (!diceFor('willing', authority.id, department.id).chance(authority.rate)) return [];
  if (!thrown.chance(0.97)) return [];
  const room = diceFor('room', authority.id, department.id).chance(isLater ? 0.42 : 0.3);
  const made = [];
  const add = (slot, mode, more) => made.push(respondent(authority, department, wave, slot, mode, more));
  if (room) {
    const people = thrown.between(6, 11);
    const present = thrown.sample(
      ['manager', 'frontline', 'chief_officer', 'member', 'ict'],
      thrown.between(2, 4),
    );
    add('w', 'workshop', {
      role: undefined,
      people,
      present: ['manager', ...present.filter((role) => role !== 'manager')],
    });
  }
  const isAsked = !room && diceFor('asked', authority.id, department.id).chance(0.45);
  const count = room ? thrown.between(0, 2) : thrown.between(2, 4);
  for (let slot = 1; slot <= count; slot += 1) {
    const again = diceFor('again', authority.id, department.id, slot).chance(0.75);
    const mode = isAsked && slot === 1 ? 'interview' : 'self_completion';
    const name = `${mode[0]}${isLater && !again ? slot + 5 : slot}`;
    const person = diceFor('person', authority.id, department.id, name);
    const role = person.pick(slot === 1 ? ['manager', 'chief_officer'] : usualRoles(department));
    add(name, mode, {
      role,
      official: mode === 'interview' && role === 'chief_officer' && person.chance(0.5),
    });
  }
  return made;
}

function respondent(
  authority,
  department,
  wave,
  slot,
  mode,
  { role, people = 1, present, official = false },
) {
  const id = `${authority.id}-${department.id}-${slot}`;
  // Who answers again is the same person, seeing a place that has moved on.
  const self = diceFor('self', id);
  const there = diceFor('there', authority.id, department.id).normal(0.22);
  const moved =
    wave === '2026' ? authority.rise + diceFor('moved', authority.id, department.id).normal(0.14) : 0;
  const stopping = diceFor('stops', wave, id);
  const { at: seen, unsure, confidence } = roles[role] ?? { at: 0, unsure: 0.02, confidence: [] };
  const lean = { ...authority.lean };
  for (const [dimension, by] of Object.entries(department.lean))
    lean[dimension] = (lean[dimension] ?? 0) + by;
  return {
    key: `${wave} ${id}`,
    id,
    authority,
    department,
    mode,
    role,
    people,
    present,
    official,
    unsure,
    lean,
    confidence: confidence.length > 0 && self.chance(0.9) ? self.pick(confidence) : undefined,
    at: authority.at + department.at + there + moved + seen + self.normal(0.18),
    held: authority.held,
    writes: self.pick(['values', 'values', 'labels', 'both']),
    skips: mode === 'self_completion' ? 0.03 : 0.004,
    talkative: mode === 'workshop' ? 3 : mode === 'interview' ? 2.4 : 1,
    stops: stopping.chance(mode === 'self_completion' ? 0.05 : 0) ? stopping.between(12, 30) : undefined,
    completed: completed(wave, mode, diceFor('completed', wave, id)),
  };
}

function completed(wave, mode, { between }) {
  const day = `${wave}-${two(between(2, 3))}-${two(between(2, 27))}`;
  return mode === 'self_completion' ? day : `${day}T${two(between(9, 16))}:${two(between(0, 59))}:00Z`;
}

function profileOf({ authority, department, role, confidence }) {
  return {
    organisation: authority.name,
    department: department.name,
    type: authority.type,
    ...(role === undefined ? {} : { role }),
    ...(confidence === undefined ? {} : { tech_confidence: confidence }),
  };
}

/** All answers of a respondent, without those to questions that are not asked of them. */
function answersOf({ questionnaire, questions, barriers }, respondent, isSaid = () => true) {
  const ids = barriers.map(({ id }) => id);
  const answers = {};
  for (const [nth, question] of questions.entries()) {
    if (respondent.stops !== undefined && nth >= respondent.stops) break;
    const answer = isSaid(question) ? answerTo(respondent, question, ids) : undefined;
    if (answer !== undefined) answers[question.id] = answer;
  }
  const { states } = resolve(questionnaire, { answers, profile: profileOf(respondent) });
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => {
      const index = questions.find((question) => question.id === id).index;
      return states[index] !== 'not_asked';
    }),
  );
}

function response(instrument, respondent, wave) {
  const { id, version } = instrument.questionnaire;
  const { mode, people, present, official } = respondent;
  return {
    milepost: 1,
    questionnaire: { id, version },
    id: respondent.id,
    wave,
    mode,
    completed: respondent.completed,
    profile: profileOf(respondent),
    ...(mode === 'workshop' ? { participants: { count: people, roles: present } } : {}),
    ...(official ? { official } : {}),
    answers: answersOf(instrument, respondent),
  };
}

/** A row of a returned table; units as somebody wrote them. */
function row(instrument, respondent, isSaid) {
  const thrown = diceFor('cells', respondent.key);
  const { authority, department, role, confidence } = respondent;
  const answers = answersOf(instrument, respondent, isSaid);
  const cells = instrument.questions.flatMap((question) => {
    const answer = answers[question.id];
    return answer === undefined
      ? []
      : Object.entries(cellsOf(question, answer, respondent, thrown, instrument.barriers));
  });
  return {
    response_id: respondent.id,
    completed: respondent.completed,
    questionnaire_version: instrument.questionnaire.version,
    organisation: thrown.chance(0.12) ? `${authority.name} Council` : authority.name,
    department: thrown.chance(0.1) ? department.aliases.split('; ')[0] : department.name,
    role,
    tech_confidence: confidence,
    ...Object.fromEntries(cells),
  };
}

function columnsOf({ questions }, rows) {
  const used = new Set(rows.flatMap((each) => Object.keys(each)));
  const about = [
    'response_id',
    'completed',
    'questionnaire_version',
    'organisation',
    'department',
    'role',
    'tech_confidence',
  ];
  const after = ['target', 'evidence', 'barriers', 'confidence', 'best_practice', 'share', 'contact', 'note'];
  const all = questions.flatMap(({ id }) => [
    id,
    ...after.map((key) => `${id}__${key}`).filter((key) => used.has(key)),
  ]);
  return [...about, ...all];
}

function write(name, text) {
  const file = join(city, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeTable(name, rows, columns) {
  write(name, stringify(rows, { header: true, columns, record_delimiter: '\n' }));
}

function writeLines(name, responses) {
  write(name, responses.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

/** Each authority is compared with three of its own kind, too. */
function unitRows() {
  return authorities.flatMap((authority) => {
    const { id, name, type } = authority;
    const alike = authorities.filter((other) => other.type === type && other !== authority);
    const peers = diceFor('peers', id).sample(alike, Math.min(3, alike.length));
    return [
      {
        id,
        title: name,
        aliases: `${name} Council; ${id.toUpperCase()}`,
        level: 'organisation',
        type,
        peers: peers.map((peer) => peer.id).join('; '),
      },
      ...departments.map((department) => ({
        id: `${id}-${department.id}`,
        title: department.name,
        aliases: department.aliases,
        level: 'department',
        parent: id,
      })),
    ];
  });
}

const maturity = load('digital-maturity');

for (const wave of ['2025', '2026']) {
  const all = authorities.flatMap((authority) =>
    departments.flatMap((department) => respondentsOf(authority, department, wave)),
  );
  const of = (mode) => all.filter((each) => each.mode === mode);
  const rows = of('self_completion').map((each) => row(maturity, each));
  writeTable(`${wave}/self-completion.csv`, rows, columnsOf(maturity, rows));
  for (const mode of ['interview', 'workshop']) {
    writeLines(
      `${wave}/${mode}s.jsonl`,
      of(mode).map((each) => response(maturity, each, wave)),
    );
  }
}

/** One answer of each authority to a smaller instrument, by somebody in Resources. */
function spokespeople(instrument, mode, role, rate) {
  const department = departments.find(({ id }) => id === 'res');
  return authorities
    .filter(({ id }) => diceFor(instrument, id).chance(rate))
    .map((authority) => {
      const people = mode === 'workshop' ? diceFor('people', authority.id).between(5, 9) : 1;
      const present = ['chief_officer', 'member', 'ict'];
      const made = respondent(authority, department, '2026', instrument, mode, {
        role,
        people,
        present,
        official: true,
      });
      // Not everybody who could join in wants to.
      const at = made.at - 0.35 + diceFor('appetite', authority.id).normal(0.45);
      const completed = made.completed.replace('-02-', '-05-').replace('-03-', '-06-');
      return { ...made, at, completed, stops: undefined };
    });
}

const technical = load('technical-analysis');
const technicalRows = spokespeople('technical', 'self_completion', 'ict', 0.9).map((each) =>
  row(technical, each),
);
writeTable('others/technical-analysis.csv', technicalRows, columnsOf(technical, technicalRows));

const joint = load('joint-working');
writeLines(
  'others/joint-working.jsonl',
  spokespeople('joint', 'workshop', undefined, 0.95).map((each) => response(joint, each, '2026')),
);

// What the maturity assessment has asked already is left blank: it is brought over.
const analytics = load('city-analytics-readiness');
const known = new Set(maturity.questions.map(({ id }) => id));
const analyticsRows = spokespeople('analytics', 'self_completion', 'chief_officer', 0.92).map((each) =>
  row(analytics, each, ({ id }) => !known.has(id)),
);
writeTable('others/city-analytics-readiness.csv', analyticsRows, columnsOf(analytics, analyticsRows));

writeTable('units.csv', unitRows(), ['id', 'title', 'aliases', 'level', 'parent', 'type', 'peers']);
