// What people write beside their answers: written for the purpose, about nobody. In braces is what differs from one to the next:
// `{system}`, `{team}` and `{people}` are the department's own words, `{a/b/c}` is one of these.

const month = '{January/March/May/June/September/October/November}';
const few = '{two/three/four/five}';
const many = '{six/eight/nine/eleven/fourteen}';

/** By dimension: where little is in place, and where much is. */
export const notes = {
  corporate_strategy: {
    low: [
      'The strategy of {2019/2020/2021} has run out and the next one waits for the budget.',
      `Cabinet sees this in ${month}; until then each service goes its own way.`,
      'There is a plan, but {the section 151 officer/the finance partner} has not put a figure to it.',
      `We bid for ${few} grants last year and won one.`,
      '{team} was not asked when the plan was written.',
      'Benefits were in the business case. Nobody has looked since it was signed.',
      'The programme board was merged with another and has met {once/twice} since.',
      'Members ask about {system} when it fails, and rarely in between.',
    ],
    high: [
      `The board stopped ${few} projects last year, {ours among them/one of them half-way}, and said why.`,
      'Scrutiny took evidence from residents in {the town hall/two libraries} before the plan was agreed.',
      'Savings are checked by finance a year on; {a third/half} of ours were real, and that is now said openly.',
      'The measures are on one page, and the cabinet member reads it out.',
      `Service plans were read across departments in ${month}; {two/three} needs turned out to be one.`,
      'Money is released in stages. {team} got its second stage after the trial, not before.',
    ],
  },
  ict_provision: {
    low: [
      '{system} was down for {a day and a half/two days/most of a week} in ' +
        month +
        '; we went back to paper.',
      `${many} laptops are older than the service contract allows.`,
      'The {area teams/outposts/depots} have no signal, so visits are written up at night.',
      '{team} types the same address into {two/three/four} systems.',
      'The contract renews itself each year because nobody has time to do otherwise.',
      'There is a recovery plan; it has never been tried with {team}.',
      'The service desk answers within {two/three} days, unless one knows whom to ring.',
      'The supplier says "next release". It has said so since {2021/2022/2023}.',
    ],
    high: [
      `We ran a day without {system} on purpose in ${month}: ${few} things to mend, all mended.`,
      'New starters have everything on the first morning; {team} checked.',
      'Every contract end date is in one register, with a name and a decision {18 months/two years} ahead.',
      'After the {outage/incident} of last {spring/autumn} each system got an owner in the service, and it shows.',
      'Interfaces are described and kept in one place; {system} gets its addresses from there.',
    ],
  },
  technology_adoption: {
    low: [
      'The online form ends in an e-mail, which {team} types in again.',
      `Residents can report online; ${few} out of ten still ring to ask what became of it.`,
      'A few colleagues use a chatbot at home for drafts. No one has said whether they may here.',
      '{people} send us spreadsheets, each in a shape of its own.',
      'We were given an app by the supplier. {team} uses the part that works offline.',
      'Automation was tried for {renewals/reminders/invoices} and switched off at the upgrade.',
    ],
    high: [
      'Renewals go through untouched in {four/seven/eight} cases out of ten; a person sees the rest.',
      `We watched ${many} residents use the form before it went live, and threw the first one away.`,
      'Sensors in {gullies/bins/lifts} tell us before {people} do.',
      'The list of what AI is used for is public, with what a person still decides.',
      '{people} work in the same record as we do; nothing is sent by e-mail any more.',
      'Those who are not online are rung by a person on the {second/third} day. Take-up went up all the same.',
    ],
  },
  data_governance: {
    low: [
      'Ownership is written down for {system} and for nothing else.',
      'Errors come to light when a return is due, in {April/June}.',
      'Clearance took {five/seven/nine} months; by then the project had another question.',
      '{people} would share, and so would we; nobody can say on what legal basis.',
      'UPRNs are in {system}, but not in the spreadsheets that {team} works from.',
      'The impact assessment was written after go-live. It will be earlier next time.',
      'Training is counted by the corporate centre; we never see who is missing.',
    ],
    high: [
      `Each quarter ${few} checks are run and the owner signs. {team} has stopped arguing about figures.`,
      'A colleague from another department got access in {four/six/nine} days, with a reason on file.',
      'Every property has its UPRN, and {team} turns a record back without one.',
      'The sharing agreement with {people} fits on {two/three} pages, and both sides have used it.',
      'Assessments start at the idea. {One project/Two projects} ended there, which was the point.',
      'The dashboard is looked at on {Mondays/Tuesdays}, and once it has changed a decision it is kept.',
    ],
  },
  culture: {
    low: [
      'Ideas go into a mailbox; {team} has had no reply since {spring/last year}.',
      'Training was one afternoon, on the day {system} changed.',
      'People are tired. This is the {third/fourth} change in {two/three} years.',
      'ICT comes in when all is decided; it is not their fault.',
      'Leaders say the right things, from paper.',
      'We learn about the neighbours from {the trade press/a vendor}.',
    ],
    high: [
      'The director took the same course as {team}, and failed the same question.',
      `Each ${few} weeks somebody shows what did not work; it is the meeting people come to.`,
      'A frontline idea ({route order/shorter letters/one form less}) was tried within a month, and kept.',
      'There is somebody in each team to ask, with half a day a week for it.',
      `We swapped staff with a neighbouring authority for ${few} weeks; both want to do it again.`,
      'A service designer sits with {team} two days a week, and that has changed more than the software.',
    ],
  },
};

/** Where a dimension has none of its own. */
export const otherNotes = {
  low: ['Not looked at since {2022/2023/2024}.', 'Depends on who is on duty.', 'Waits for the budget.'],
  high: [
    'In place since {2023/2024/last spring}.',
    'Agreed, paid for and in use.',
    'Ask {team}: they set it up.',
  ],
};

export const evidence = {
  corporate_strategy: [
    'Report to cabinet, item {5/7/9}, with appendix {A/B/C}',
    `Transformation board minutes, ${month}`,
    'Medium-term financial strategy, annex {2/3/4}',
    'https://democracy.example/reports/digital-strategy',
    'Scrutiny report, recommendations {3 and 4/7 to 9}, with the answer to each',
    'Closure report, and the benefits review a year on',
  ],
  ict_provision: [
    'Exercise log: recovery in {4/5/7} hours against 8 agreed',
    'Internal audit, "{limited/reasonable/substantial} assurance"',
    `Contract register, as of ${month}`,
    'Service desk figures, last {two/four} quarters',
    'CAF self-assessment, objectives A and {B/C/D}',
  ],
  technology_adoption: [
    `Research notes of ${many} sessions with residents`,
    'https://data.example/transactions, by channel',
    'Published record of algorithmic tools, {one entry/two entries/three entries}',
    'Before and after: {38/52/61} calls a day fewer',
  ],
  data_governance: [
    'https://intranet.example/registers/information-assets',
    'Data quality report, quarter {1/2/3/4}',
    'DPIA register, with dates of approval',
    'Sharing agreement, signed by {three/five} partners, reviewed yearly',
    'Match rate of addresses: {87/93/96/98} %',
  ],
  culture: [
    'Staff survey, questions {12 to 15/18 and 19}',
    `Skills audit of ${month}`,
    'Notes of the monthly show-and-tell',
  ],
};

export const otherEvidence = [
  'Register kept by {team}',
  `Minutes of ${month}`,
  'Can be seen on the shared drive, with dates',
];

/** What others could learn, by question, else by dimension. */
export const practices = {
  tech_inclusion: [
    'Tablets lent by the libraries, with a SIM card and a first lesson; {300/420/650} went out last year and nearly all came back.',
    'Every letter has a number that a person answers within {three/five} rings. The number is bigger than the web address.',
    'Volunteers of the {tenants’ federation/carers’ centre/allotment society} fill in the form with people, on their own machine.',
    'Forms are tried out first with {ten/twelve} people who have never used one; what they trip over is taken out.',
    'A van with a desk and a connection stops at {four/six} estates, on the days when rents are due.',
    'Staff at the counter use the same online form as residents, so that nobody is put in a slower queue.',
    'Interpreters are booked in the form itself; {six/nine} languages come to {two/three} days’ wait at most.',
    'Reminders go by text to those who asked for it, and by card to everyone else. No-shows fell by a {fifth/quarter/third}.',
  ],
  culture_openness: [
    'A monthly show-and-tell that {three/four/five} neighbouring authorities join: thirty minutes, no slides, recorded.',
    'What we buy and what it does is published, with what we would not do again.',
    'Code of the {bin-day lookup/permit form/booking page} is shared; {two/three} authorities run it, and one has mended it for all.',
    'A reading group of {planners/social workers/finance officers} across the river: one article a month, written by somebody like us.',
    'Peer review: {two/three} of theirs for {two/three} days at ours, one page of findings, read out to all staff.',
    'We keep a page of failed trials. It is the one that others ask for.',
    'Joint induction with the neighbours for new {surveyors/assessors/analysts}: one trainer, one week, {nine/fourteen} people.',
    'A sandbox with made-up records that suppliers and other authorities may use; saved us {four/six} months of agreements.',
  ],
  other: [
    'One page per service: what it costs, what residents say, what changes next.',
    'Decisions are written down in one place, with who asked and why.',
    'The team that built it ran it for {three/six} months before it was handed over.',
    'A short weekly call between service and ICT, with one list that both keep.',
  ],
};

/** Who can be asked, besides the head of the department. */
export const contacts = [
  'Digital Inclusion Lead',
  'Service Design Manager',
  'Data and Insight Manager',
  'Transformation Lead',
];

/** Why somebody in a workshop saw it otherwise; `{low}` and `{high}` are levels that were voted for. */
export const dissents = [
  '{A manager/Two of the team leaders} said {high}: true of the head office. {The frontline/{team}} said {low}: not in the area teams.',
  'ICT voted {high}, since the tool is there; {team} voted {low}, since nobody was shown how.',
  'One said {low}: it is written down and not done. The others counted what is written down.',
  '{One/Two} held out for {high}, on the strength of the new team; the room wanted to see a year of it first.',
  'A new colleague said {low}, from what she had seen at her last authority. Worth asking her again in {six months/a year}.',
  'The chief officer saw {high} and left the room to speak freely; it stayed at the lower one.',
  'Split by building: the {north/town hall/depot} side has it, the other does not.',
  'Those who were here before {system} said {high}, those who came after {low}.',
  '{Finance/The business partner} said {low}: no figure has ever been checked.',
];

/** One wording of a text, filled in for a department. */
export function filled(text, { pick }, department, more = {}) {
  const words = { ...department, ...more };
  let left = text;
  // Innermost braces first, since what can be picked may hold a word of the department's.
  for (let round = 0; round < 3 && left.includes('{'); round += 1) {
    left = left.replace(/\{([^{}]*)\}/g, (_, inside) => words[inside] ?? pick(inside.split('/')));
  }
  return left.charAt(0).toUpperCase() + left.slice(1);
}
