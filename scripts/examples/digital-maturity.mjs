// Writes, the same at every run, what is in examples/digital-maturity: made-up answers of twelve made-up authorities, and the
// answers of the questionnaire's own examples as four more.

import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { parse } from 'yaml';
import { dice, hash } from './dice.mjs';
import { roles } from './roles.mjs';

const questionnaireFile = new URL('../../questionnaires/digital-maturity.yaml', import.meta.url);
const examplesFile = new URL('../../examples/digital-maturity/four-authorities.csv', import.meta.url);
const responsesFile = new URL('../../examples/digital-maturity/responses.csv', import.meta.url);

const read = (file) => parse(readFileSync(file, 'utf8'), { stringKeys: true });
const questionnaire = read(questionnaireFile);
const fragments = questionnaire.use.map((file) => read(new URL(file, questionnaireFile)));
const sources = [...fragments, questionnaire];
const profile = sources.flatMap((source) => source.profile ?? []);
const barriers = sources.flatMap((source) => source.barriers ?? []);
const { levels } = Object.assign({}, ...sources.map((source) => source.scales)).maturity;
const dimensions = questionnaire.dimensions;
const questions = dimensions.flatMap((dimension) =>
  dimension.questions.map((question) => ({ ...question, dimension: dimension.id })),
);

/** How far along each authority is, from about -1 to 1, and where it differs from itself. */
const authorities = [
  { name: 'Northbridge', type: 'inner', at: 0.55, lean: { data_governance: -0.5, culture: 0.3 } },
  { name: 'Eastmere', type: 'outer', at: -0.5, lean: { ict_provision: 0.4 } },
  { name: 'Westholm', type: 'inner', at: 0.1, lean: { corporate_strategy: 0.5, technology_adoption: -0.4 } },
  { name: 'Kingsmarsh', type: 'outer', at: 0.95, lean: {} },
  { name: 'Fenbourne', type: 'outer', at: -0.9, lean: { culture: 0.6 } },
  { name: 'Thornwater', type: 'inner', at: 0.3, lean: { data_governance: 0.5 } },
  { name: 'Larkmoor', type: 'outer', at: -0.2, lean: { technology_adoption: 0.3, data_governance: -0.3 } },
  { name: 'Stonehythe', type: 'outer', at: 0, lean: { ict_provision: -0.5 } },
  { name: 'Wrenfield', type: 'inner', at: 0.7, lean: { corporate_strategy: -0.3 } },
  { name: 'Brackenford', type: 'outer', at: -0.6, lean: {} },
  { name: 'Saltmere', type: 'inner', at: 0.2, lean: { culture: -0.5, ict_provision: 0.2 } },
  { name: 'Aldersgrove', type: 'outer', at: 1.2, lean: { technology_adoption: 0.2 } },
];

const departments = [
  { name: 'Housing', at: -0.1 },
  { name: 'Adult Social Care', at: -0.2 },
  { name: "Children's Services", at: 0 },
  { name: 'Environment and Streets', at: -0.1 },
  { name: 'Planning', at: 0.1 },
  { name: 'Revenues and Benefits', at: 0.3 },
  { name: 'Resources', at: 0.2 },
  { name: 'Libraries and Customer Services', at: 0.1 },
];

const usualRoles = ['manager', 'frontline', 'chief_officer', 'manager', 'frontline', 'ict', 'member'];

const notes = [
  'True of the head office; the area teams, as ever, differ.',
  'We call it the "front door" project, and it goes live in May.',
  'Agreed at cabinet, subject to the budget, in February.',
  'The supplier says "next release". It has said so for two years.',
  'Two of three teams do this, the third starts in the summer.',
  '+1 post in the data team from April',
  'Ask the information governance manager, who keeps the list.',
  'Depends on what is meant by "every": all but the out-of-hours service.',
  'Written down in 2024, not looked at since',
  'Scrutiny asked for this, and got it.',
];
const evidence = [
  'Transformation board minutes, January 2026',
  'Report to cabinet, item 7, with appendix',
  'https://intranet.example/registers/information-assets',
  'Internal audit report, "limited assurance", autumn 2025',
  'Exercise log, recovery in 5 hours against 8 agreed',
];
const practices = {
  strategy_service_plans: [
    'Heads of service swap plans in January, two hours, and mark in green what they would rather do together.',
  ],
  ict_integration: [
    'One change-of-address message that housing, council tax and parking all read; the format may be copied.',
    'Six pages on how we got rent accounts into the finance system overnight, with what went wrong.',
  ],
  tech_early_notice: [
    'Damp sensors in forty flats, installed by the repairs team. The alert list and its false alarms are written up.',
  ],
  tech_inclusion: [
    'Ward figures drawn up with the voluntary sector, shared as a spreadsheet anyone may copy.',
    'Tablets lent by the libraries, with a SIM card and a first lesson.',
  ],
  culture_ideas: ['A page for each trial, with the question, the date to stop and what came of it.'],
  culture_openness: [
    'A monthly "show and tell" that neighbouring authorities join, thirty minutes, no slides.',
  ],
};

const seed = 20260301;

/** Who is asked. Every answer has dice of its own, so that a change of one question leaves all else as it was. */
const structure = dice(seed);

const doNotKnow = ['DK', "Don't know", "Don't know", 'Not sure', 'TBC'];

/** What someone wrote for an option or a level: what is stored, or its label. */
function written({ writes }, thrown, stored, label) {
  if (writes === 'values') return stored;
  if (writes === 'labels') return label;
  return thrown.chance(0.5) ? stored : label;
}

function levelCell(respondent, thrown, value) {
  const level = levels.find((each) => each.value === value);
  return written(respondent, thrown, String(value), level.label);
}

function levelAt(strength) {
  return Math.min(levels.length, Math.max(1, Math.round(2.3 + strength)));
}

function chosen(question, strength, { chance }) {
  const scored = question.options.filter((option) => !option.exclusive);
  const alone = question.options.find((option) => option.exclusive);
  const taken = scored.filter((option) => chance(0.55 + 0.25 * strength - 0.12 * option.score));
  return taken.length > 0 ? taken : [alone];
}

function nonAnswer(respondent, question, { chance, pick }) {
  if (question.id === 'culture_leaders' && respondent.role === 'frontline' && chance(0.25)) {
    return pick(['Prefer not to say', 'REF']);
  }
  if (chance(roles[respondent.role].unsure)) return pick(doNotKnow);
  if (chance(0.012)) return pick(['N/A', 'NA', 'Not applicable']);
  if (question.id === 'data_addresses' && respondent.department === 'Resources') return 'N/A';
  return chance(respondent.skips) ? '' : undefined;
}

/** The cell, and for a level the value in it. */
function answer(respondent, question, thrown) {
  const declined = nonAnswer(respondent, question, thrown);
  if (declined !== undefined) return { cell: declined };
  const strength = respondent.at + (respondent.lean[question.dimension] ?? 0) + thrown.normal(0.45);
  switch (question.type ?? 'level') {
    case 'level': {
      const value = levelAt(strength);
      return { cell: levelCell(respondent, thrown, value), value };
    }
    case 'yes_no': {
      const yes = thrown.chance(respondent.strategy ? 0.92 : 0.08);
      return { cell: written(respondent, thrown, yes ? 'yes' : 'no', yes ? 'Yes' : 'No'), value: yes };
    }
    case 'choices': {
      const cells = chosen(question, strength, thrown).map((option) =>
        written(respondent, thrown, option.id, option.label),
      );
      return { cell: cells.join(respondent.writes === 'labels' ? '; ' : ';') };
    }
    case 'number':
      return { cell: String(Math.min(100, Math.max(18, Math.round(78 + 11 * strength)))) };
    default:
      throw new Error(`No answers are made up for a ${question.type} question (${question.id}).`);
  }
}

function followUps(respondent, question, { cell, value }, thrown) {
  const { chance, pick, between, sample } = thrown;
  const asked = question.ask ?? [];
  const cells = {};
  if (asked.includes('target') && value !== undefined && chance(0.6)) {
    cells.target = levelCell(respondent, thrown, Math.min(levels.length, value + between(0, 2)));
  }
  if (asked.includes('barriers') && value !== undefined && value < 4 && chance(0.5)) {
    const named = sample(barriers, between(1, 2));
    cells.barriers = named.map((barrier) => written(respondent, thrown, barrier.id, barrier.label)).join(';');
  }
  if (asked.includes('evidence') && value >= 3 && chance(0.3)) cells.evidence = pick(evidence);
  if (asked.includes('confidence') && value !== undefined && chance(0.6)) {
    cells.confidence = pick(['low', 'medium', 'medium', 'high']);
  }
  if (asked.includes('best_practice') && value >= 3 && chance(0.3)) {
    cells.best_practice = pick(practices[question.id]);
    cells.share = chance(0.7) ? 'yes' : 'no';
  }
  if (cell !== '' && chance(respondent.mode === 'workshop' ? 0.08 : 0.025)) cells.note = pick(notes);
  return cells;
}

/** The conditions in the questionnaire, on who answers and on the answers given so far. */
const conditions = {
  "!has(profile.role) || profile.role != 'frontline'": ({ mode, role }) =>
    mode === 'workshop' || role !== 'frontline',
  "!has(profile.role) || !(profile.role in ['frontline', 'member'])": ({ mode, role }) =>
    mode === 'workshop' || !['frontline', 'member'].includes(role),
  'answers.strategy_approved': (_, values) => values.strategy_approved === true,
};

function isAsked(question, respondent, values) {
  if (question.when === undefined) return true;
  const holds = conditions[question.when];
  if (holds === undefined) throw new Error(`Unknown condition: ${question.when}`);
  return holds(respondent, values);
}

function respond(respondent) {
  const cells = {};
  const values = {};
  for (const question of questions) {
    if (question.dimension === respondent.stopsBefore) break;
    if (!isAsked(question, respondent, values)) continue;
    const thrown = dice(seed ^ hash(`${respondent.id} ${question.id}`));
    const given = answer(respondent, question, thrown);
    values[question.id] = given.value;
    cells[question.id] = given.cell;
    for (const [name, cell] of Object.entries(followUps(respondent, question, given, thrown))) {
      cells[`${question.id}__${name}`] = cell;
    }
  }
  return cells;
}

const two = (number) => String(number).padStart(2, '0');

function completed({ between }) {
  const day = between(2, 27);
  return `2026-${two(between(2, 3))}-${two(day)}T${two(between(9, 16))}:${two(between(0, 59))}:00Z`;
}

function rows() {
  const { chance, pick, between, normal, sample } = structure;
  const all = [];
  for (const authority of authorities) {
    const strategy = chance(0.5 + 0.4 * authority.at);
    for (const department of sample(departments, between(3, 4))) {
      const at = authority.at + department.at + normal(0.25);
      const count = between(2, 4);
      for (let i = 0; i < count; i += 1) {
        const role = i === 0 ? pick(['manager', 'chief_officer']) : pick(usualRoles);
        const mode = chance(0.12) ? 'workshop' : pick(['interview', 'self_completion', 'self_completion']);
        const number = String(all.length + 1).padStart(3, '0');
        const respondent = {
          id: `r-${number}`,
          department: department.name,
          role,
          mode,
          strategy,
          lean: authority.lean,
          at: at + roles[role].at + normal(0.2),
          writes: pick(['values', 'values', 'labels', 'both']),
          skips: mode === 'self_completion' ? 0.03 : 0.005,
          stopsBefore: mode === 'self_completion' && chance(0.07) ? pick(dimensions.slice(2)).id : undefined,
        };
        const label = (field, id) =>
          profile.find((each) => each.id === field).options.find((option) => option.id === id).label;
        const tried = dice(seed ^ hash(`${respondent.id} tech_confidence`));
        const confidence = tried.pick(roles[role].confidence);
        all.push({
          response_id: respondent.id,
          mode,
          completed: completed(structure),
          questionnaire_version: questionnaire.version,
          participants: mode === 'workshop' ? String(between(5, 12)) : '1',
          organisation: authority.name,
          department: department.name,
          type: written(respondent, structure, authority.type, label('type', authority.type)),
          // A workshop has several roles in it.
          role: mode === 'workshop' ? '' : written(respondent, structure, role, label('role', role)),
          tech_confidence:
            mode === 'workshop' || tried.chance(0.1)
              ? ''
              : written(respondent, tried, confidence, label('tech_confidence', confidence)),
          email: chance(0.4) ? `respondent-${number}@${authority.name.toLowerCase()}.example` : '',
          ...respond(respondent),
        });
      }
    }
  }
  return all;
}

/** The columns that a returned file has: every question, and those of its follow-ups that someone filled in. */
function columns(filled) {
  const used = new Set(filled.flatMap((row) => Object.keys(row)));
  const about = ['response_id', 'mode', 'completed', 'questionnaire_version', 'participants'];
  const after = ['target', 'evidence', 'barriers', 'confidence', 'best_practice', 'share', 'note'];
  return [
    ...about,
    ...profile.map((field) => field.id),
    ...questions.flatMap(({ id }) => [
      id,
      ...after.map((name) => `${id}__${name}`).filter((column) => used.has(column)),
    ]),
  ];
}

/** The examples in the questionnaire as they would come back, one response each, in the order of its examples. */
function examples() {
  const names = ['Ebbford', 'Steadham', 'Brightsea', 'Highmere'];
  return questionnaire.examples.map(({ name, answers }, at) => ({
    response_id: name.match(/^\w+/)[0],
    questionnaire_version: questionnaire.version,
    organisation: names[at],
    department: 'Housing',
    ...Object.fromEntries(
      Object.entries(answers).map(([id, given]) => [id, Array.isArray(given) ? given.join(';') : given]),
    ),
  }));
}

function write(file, rows, columns) {
  writeFileSync(file, stringify(rows, { header: true, columns, record_delimiter: '\n' }));
}

const filled = rows();
write(responsesFile, filled, columns(filled));
write(examplesFile, examples(), [
  'response_id',
  'questionnaire_version',
  'organisation',
  'department',
  ...questions.map(({ id }) => id),
]);
