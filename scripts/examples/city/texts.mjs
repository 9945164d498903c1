// What people write beside their answers: written for the purpose, about nobody. In braces is what differs from one to the next:
// `{system}`, `{team}` and `{people}` are the department's own words, `{a/b/c}` is one of these.

const month = '{January/March/May/June/September/October/November}';
const few = '{two/three/four/five}';
const many = '{six/eight/nine/eleven/fourteen}';
const ago = '{last spring/last autumn/in 2024/two years ago}';

/** By question: where little is in place, and where much is. */
export const notes = {
  strategy_approved: {
    low: [
      `A draft goes to {cabinet/committee} in ${month}.`,
      'The strategy of {2019/2020/2021} has run out, and nothing has followed it.',
    ],
    high: [
      `Approved ${ago}, with {one vote against/no vote against}.`,
      'It is a chapter of the corporate plan, {eleven/fourteen/nineteen} pages long.',
    ],
  },
  strategy_outcomes: {
    low: [
      'There is a sentence about it, between {parks and roads/housing and leisure}.',
      'Named as a priority; asked for a measure, nobody had one.',
    ],
    high: [
      'The measures are on one page, and the cabinet member reads it out.',
      `One outcome was dropped ${ago}, since it could not be measured.`,
    ],
  },
  strategy_service_plans: {
    low: [
      `Our plan has ${few} projects in it and no word on what for.`,
      '{team} was not asked when the plan was written.',
    ],
    high: [
      `Plans were read across departments in ${month}; {two/three} needs turned out to be one.`,
      'Each project has an owner, a sum and a date. {Two/Three} have slipped, and the plan says so.',
    ],
  },
  strategy_governance: {
    low: [
      'Whoever has money buys. We heard of {a second booking system/a rival app} from the supplier.',
      `The board was merged with another, and has met {once/twice} since ${month}.`,
    ],
    high: [
      `The board stopped ${few} projects last year, {ours among them/one of them half-way}, and said why.`,
      'The head of paid service takes the chair, and is rarely away.',
    ],
  },
  strategy_benefits: {
    low: [
      'Benefits were in the business case. Nobody has looked since it was signed.',
      'The project manager left, and the benefits with {her/him}.',
    ],
    high: [
      'Finance looks a year on. {A third/Half} of our savings were real, and that is now said openly.',
      `The owner of the benefits is {in the service/a head of service}, and was asked again in ${month}.`,
    ],
  },
  strategy_funding: {
    low: [`We bid for ${few} grants last year and won one.`, 'Running costs come as a surprise, every time.'],
    high: [
      'Money is released in stages. {team} got its second stage after the trial, not before.',
      'Whole-life costs are in the budget for {three/four} years; the section 151 officer asked for them.',
    ],
  },
  strategy_members: {
    low: [
      'Members ask about {system} when it fails, and rarely in between.',
      'The cabinet member has digital among {five/six/seven} other things.',
    ],
    high: [
      'Scrutiny took evidence from residents in {the town hall/two libraries/a school}.',
      `Reported in public in ${month}, with one figure that had got worse.`,
    ],
  },
  strategy_use: {
    low: ['It is on the shelf; I had to look for it.', 'Quoted in bids, and not otherwise.'],
    high: [
      '{A purchase/A post/One project} was turned down with the strategy on the table.',
      `Used to settle the budget in ${month}.`,
    ],
  },
  ict_support: {
    low: [
      'Unless one knows whom to ring, it takes {two/three/four} days.',
      '{team} keeps a spare laptop of its own, for the bad days.',
    ],
    high: [
      'Whoever calls is told by when, and it holds.',
      `The printer fault that came back {weekly/every month} was traced and removed in ${month}.`,
    ],
  },
  ict_devices: {
    low: [
      `Of our laptops, ${many} are older than the contract allows.`,
      'There is no signal in {the depots/half the area/the basement}, so visits are written up at night.',
    ],
    high: [
      '{team} tried out {two/three} sets before any was bought.',
      'New starters have everything on the first morning.',
    ],
  },
  ict_recovery: {
    low: [
      `When {system} was down for {a day and a half/two days/most of a week} in ${month}, we went back to paper.`,
      'There is a plan; {team} has never seen it.',
    ],
    high: [
      `We ran a day without {system} on purpose in ${month}: ${few} things to mend, all mended.`,
      'Paper forms and the list of vulnerable residents lie in {the safe/two offices}, renewed each month.',
    ],
  },
  ict_security: {
    low: [
      'ICT sends warnings. Who acts on them here is not settled.',
      'After the scare {at a neighbouring authority/last winter} there was one briefing.',
    ],
    high: [
      `The audit committee had the CAF findings in ${month}, plain and in order of urgency.`,
      'Our director owns {two/three} of the risks by name.',
    ],
  },
  ict_integration: {
    low: [
      '{team} types the same address into {two/three/four} systems.',
      'A file is carried over on {Fridays/Mondays} by one colleague; in {her/his} holidays it waits.',
    ],
    high: [
      'Addresses are looked up in one place by {four/five/seven} systems, {system} among them.',
      'The interface is described, and a second supplier has used the description.',
    ],
  },
  ict_architecture: {
    low: [
      '{system} was chosen at a demonstration. Fitting it in took {eight/eleven} months.',
      'We have {three/four} ways to take a payment.',
    ],
    high: [
      `Payments and bookings are shared; the old ones were switched off in ${month}.`,
      'The supplier had to sit a {morning/day} with the architects before the contract.',
    ],
  },
  ict_contracts: {
    low: [
      'It renews itself each year because nobody has time to do otherwise.',
      'The supplier says "next release", and has since {2021/2022/2023}.',
    ],
    high: [
      'Every end date is in one register, with a name and a decision {18 months/two years} ahead.',
      `Let together with {two/three} other authorities ${ago}.`,
    ],
  },
  tech_transactions: {
    low: [
      'The form is online; what happens then is not.',
      'Most of ours have to be signed {by hand/at the counter}.',
    ],
    high: [
      `Tell us once works for {a death/a move}; ${few} services hear of it.`,
      'Everything but {appeals/complaints about us} can be finished online.',
    ],
  },
  tech_online_requests: {
    low: [
      'The form ends in an e-mail, which {team} types in again.',
      'Residents report online, and {two/three/four} out of ten ring to ask what became of it.',
    ],
    high: [
      'What we know already is filled in. {people} noticed, and said so.',
      'Each step is told by text. Calls about progress fell by {a third/half}.',
    ],
  },
  tech_user_research: {
    low: [
      'We know our residents, we said, until the survey.',
      'A consultation was held on the finished design.',
    ],
    high: [
      `We watched ${many} residents use the form before it went live, and threw the first one away.`,
      'Something small changes every month, from what was seen.',
    ],
  },
  tech_automation: {
    low: [
      'Tried for {renewals/reminders/invoices}, and switched off at the upgrade.',
      'The order of steps is known to {two/three} colleagues, both near retirement.',
    ],
    high: [
      'Renewals go through untouched in {four/seven/eight} cases out of ten; a person sees the rest.',
      `Appeals are read monthly; ${few} rules were wrong.`,
    ],
  },
  tech_ai: {
    low: [
      'A few colleagues draft with it at home. No one has said whether they may here.',
      'A supplier switched it on in {system}. We found out from {people}.',
    ],
    high: [
      'The register is public, with what a person still decides.',
      `Tested for ${few} groups of residents before use; one use was given up.`,
    ],
  },
  tech_collaboration: {
    low: [
      '{people} send us spreadsheets, each in a shape of its own.',
      'By e-mail, with a password in the next e-mail.',
    ],
    high: [
      '{people} work in the same record as we do.',
      'Access is looked through each quarter; {nine/a dozen/twenty} accounts were closed.',
    ],
  },
  tech_early_notice: {
    low: [
      'We hear of it from a resident, or from a member.',
      'The monthly figures come {six/eight} weeks late.',
    ],
    high: [
      'Sensors in {gullies/bins/lifts/boilers} tell us before {people} do.',
      'Arrears and repairs, looked at together, say whom to visit. Right in {six/seven} cases out of ten.',
    ],
  },
  tech_inclusion: {
    low: ['The counter is open {two/three} mornings a week.', 'We send a form on request.'],
    high: [
      'Those who are not online are rung by a person on the {second/third} day.',
      'Lessons go where the ward figures say; {two/three} estates are first.',
    ],
  },
  data_ownership: {
    low: [
      'Written down for {system} and for nothing else.',
      'The owner on the list left {last year/in 2023}.',
    ],
    high: [
      'Owners report yearly; ours was sent back once, rightly.',
      'When {team} and finance differed, there was somebody to decide.',
    ],
  },
  data_quality: {
    low: [
      'Errors come to light when a return is due, in {April/June}.',
      'Whoever finds one mends it, in the report.',
    ],
    high: [
      `Each quarter ${few} checks are run, and the owner signs.`,
      'One error kept coming back until the form was changed.',
    ],
  },
  data_quality_checks: {
    low: ['Depends on who is on duty.', 'Only what the return asks for.'],
    high: [
      'Run by themselves, on the first of the month.',
      'Duplicates fell from {900/1,400/2,100} to {60/90/150}.',
    ],
  },
  data_addresses: {
    low: [
      'UPRNs are in {system}, but not in the spreadsheets that {team} works from.',
      'Compared by eye: "Flat A" and "A" are two homes.',
    ],
    high: [
      'Every property has its UPRN, and {team} turns a record back without one.',
      'Joined for {winter visits/fire safety}, with a purpose on file.',
    ],
  },
  data_sharing: {
    low: [
      '{people} would share, and so would we; nobody can say on what lawful basis.',
      'Clearance took {five/seven/nine} months; by then the question was another.',
    ],
    high: [
      'The agreement with {people} fits on {two/three} pages, and both sides have used it.',
      'Through the gateway, and who looked is audited.',
    ],
  },
  data_impact_assessments: {
    low: [
      'Ours was written after go-live. It will be earlier next time.',
      'Information governance asks, sometimes.',
    ],
    high: [
      'They start at the idea. {One project/Two projects} ended there, which was the point.',
      'A summary is on the web page; {two/three} residents wrote to us about it.',
    ],
  },
  data_access: {
    low: ['One asks a friend.', 'It was refused, without anybody knowing why.'],
    high: [
      'Access within {four/six/nine} days, with a reason on file.',
      'On the shared platform; its owner sees who uses it.',
    ],
  },
  data_insight: {
    low: [
      'Put together by hand the evening before.',
      '{Two/Three} versions of one figure went to the same meeting.',
    ],
    high: [
      'The dashboard is looked at on {Mondays/Tuesdays}, and has changed a decision.',
      'The forecast went into the budget, and was {3/4/6} % out.',
    ],
  },
  data_training: {
    low: [
      'The crews have no log-in to take it with.',
      'Counted by the corporate centre; we never see who is missing.',
    ],
    high: [
      'Done in team meetings, in {twenty/thirty} minutes, on our own cases.',
      'Agency staff are in the count.',
    ],
  },
  culture_leaders: {
    low: [
      'They say the right things, from paper.',
      'The last visit to {team} was {before the pandemic/two directors ago}.',
    ],
    high: [
      'The director took the same course as {team}, and failed the same question.',
      'A morning at the counter every quarter. A letter was rewritten after one.',
    ],
  },
  culture_skills: {
    low: [
      'One afternoon, on the day {system} changed.',
      'Colleagues show one another, and are thanked for it by nobody.',
    ],
    high: [
      `There are ${few} apprentices; one leads a project by now.`,
      'Somebody in each team to ask, with half a day a week for it.',
    ],
  },
  culture_ideas: {
    low: [
      'A mailbox; {team} has had no reply since {spring/last year}.',
      'My manager listened. That was it.',
    ],
    high: [
      'A frontline idea ({route order/shorter letters/one form less}) was tried within a month, and kept.',
      'The one that failed is written up, too.',
    ],
  },
  culture_joint_work: {
    low: ['ICT comes in when all is decided; it is not their fault.', 'We hand over a document and wait.'],
    high: [
      'A service designer sits with {team} two days a week, and that has changed more than the software.',
      'One list for both, in one room, every {Tuesday/Thursday}.',
    ],
  },
  culture_openness: {
    low: [
      'We learn about the neighbours from {the trade press/a supplier}.',
      'Those I used to work with, I ring.',
    ],
    high: [
      'Another authority runs our {booking page/permit form}, and has mended it for both.',
      `Staff were swapped with a neighbour for ${few} weeks; both want to do it again.`,
    ],
  },
  culture_support: {
    low: [
      'People are tired: the {third/fourth} change in {two/three} years.',
      'We were told the day before.',
    ],
    high: [
      'Asked after three months, and told what came of it.',
      'Floor-walkers for {three/four} weeks, from among ourselves.',
    ],
  },
};

/** Where a question has none of its own. */
export const otherNotes = {
  low: [
    'Not looked at since {2022/2023/2024}.',
    'Waits for the budget.',
    'Begun {twice/last year}, and put off.',
  ],
  high: [
    'In place since {2023/2024/last spring}.',
    'Agreed, paid for and in use.',
    'Ask {team}: they set it up.',
  ],
};

/** By question. */
export const evidence = {
  strategy_approved: [
    'Report to cabinet, item {5/7/9}, with appendix {A/B/C}',
    `Minutes of full council, ${month} {2023/2024}`,
    'https://democracy.example/reports/digital-strategy',
  ],
  strategy_outcomes: [
    'Corporate plan, annex {2/3}: {five/six/eight} measures',
    `Performance report, ${month}, page {4/6/11}`,
    'https://democracy.example/plans/corporate-plan',
  ],
  strategy_benefits: [
    'Closure report, and the review a year on',
    'Medium-term financial strategy, annex {2/3/4}',
    'Benefits register, kept by {finance/the programme office}',
  ],
  ict_recovery: [
    'Exercise log: back in {4/5/7} hours against 8 agreed',
    'Internal audit, "{limited/reasonable/substantial} assurance"',
    `Continuity plan, version of ${month}`,
  ],
  tech_user_research: [
    `Research notes of ${many} sessions`,
    'Before and after: {38/52/61} calls a day fewer',
    `Films of ${few} residents, with their consent`,
  ],
  data_impact_assessments: [
    'DPIA register, with dates of approval',
    'https://intranet.example/dpia/summaries',
    'The assessment of {system}, {two/three} versions',
  ],
};

export const otherEvidence = [
  `Minutes of ${month}`,
  'Can be seen on the shared drive, with dates',
  'Internal audit, autumn {2024/2025}',
];

/** What others could learn, by question. */
export const practices = {
  strategy_service_plans: [
    'Plans of all departments hang in one corridor for {a week/two weeks} before they are signed. Whoever sees a double, says so.',
    'Each project has one sentence that begins with "so that residents". Those without are sent back.',
    `A {morning/day} in ${month} in which every head of service reads another one's plan, and asks ${few} questions.`,
    'The plan names what will be stopped, next to what will be begun.',
  ],
  ict_integration: [
    'One address service for all systems; a supplier who will not use it is not shortlisted.',
    'A list of all interfaces on one page, with an owner and the day it last failed.',
    'Nightly files were replaced one at a time, {one a month/the most often broken first}; it took {a year/fourteen months} and no programme.',
    'We describe each interface before it is bought, and ask the supplier to correct the description.',
  ],
  // What there is to notice is another thing in each department.
  tech_early_notice: {
    asc: [
      'Care workers have one button for "something is not right"; {four/five} in ten are acted on the same day.',
      'A fall at home that was reported twice brings a visit, not a third report.',
    ],
    chi: [
      'Absence from school and missed health visits are read together by {two/three} people each {Monday/fortnight}.',
      'Whoever rings the front door twice in a month is rung back by the same person.',
    ],
    hou: [
      'A text from the boiler to the contractor, with a copy to the tenant. Nobody has to wait in to report it.',
      'Arrears, repairs and missed appointments are looked at together, by people, each {Monday/fortnight}.',
    ],
    env: [
      'Gully sensors and the weather forecast on one map; crews go out before the rain, {a third/a quarter} fewer floods.',
      'Bins report that they are full; the round is drawn anew each {morning/night}.',
    ],
    pla: [
      'Building starts are seen from the air, {monthly/every six weeks}, and set beside permissions.',
      'Empty shops are noted by the street wardens on their rounds, and rung within {a week/ten days}.',
    ],
    res: [
      'A missed direct debit brings an offer of help before it brings a letter; {a fifth/a quarter} fewer summonses.',
      'A budget that runs {3/4} % ahead is shown to its holder the same week, and to nobody else for a month.',
    ],
  },
  tech_inclusion: [
    'Tablets lent by the libraries, with a SIM card and a first lesson; {300/420/650} went out last year and nearly all came back.',
    'Every letter has a number that a person answers within {three/five} rings. The number is bigger than the web address.',
    'Volunteers of the {tenants’ federation/carers’ centre/allotment society} fill in the form with people, on their own machine.',
    'Forms are tried out first with {ten/twelve} people who have never used one; what they trip over is taken out.',
    'A van with a desk and a connection stops at {four/six} estates, on the days when rents are due.',
    'Staff at the counter use the same online form as residents, so that nobody is put in a slower queue.',
    'Interpreters are booked in the form itself; {six/nine} languages, {two/three} days’ wait at most.',
    'Reminders go by text to those who asked for it, and by card to everyone else. No-shows fell by a {fifth/quarter/third}.',
  ],
  culture_ideas: [
    'Whoever has an idea gets {half a day/two days} and one colleague to try it. {Nine/Eleven} were tried last year.',
    'A wall with three columns: heard, trying, answered. Nothing stays in the first for more than {two/three} weeks.',
    'Failed trials are written up on one page, and read out at the staff conference, with applause.',
    '{team} chooses one nuisance a month to be removed; ICT keeps a day free for it.',
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
};

export const otherPractices = [
  'One page per service: what it costs, what residents say, what changes next.',
  'The team that built it ran it for {three/six} months before it was handed over.',
  'A short weekly call between service and ICT, with one list that both keep.',
];

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
  'A new colleague said {low}, from what {she/he} had seen elsewhere. Worth asking again in {six months/a year}.',
  'The chief officer saw {high}, and said that the room should go by what it sees itself.',
  'Split by building: the {north/town hall/depot} side has it, the other does not.',
  'Those who were here before {system} said {high}, those who came after {low}.',
  '{Finance/The business partner} said {low}: no figure has ever been checked.',
  'A member had heard {high} from the director, and {low} from {people}.',
  '{low} for {people}, {high} for our own staff: we had to choose one.',
  'Two agreed on what happens, and not on whether it happens everywhere. They left it at {low} and {high}.',
];

/** One wording of a text, filled in for a department. */
export function filled(text, { pick }, department, more = {}) {
  const words = { ...department, ...more };
  let left = text;
  // Innermost braces first, since what can be picked may hold a word of the department's.
  for (let round = 0; round < 3 && left.includes('{'); round += 1) {
    left = left.replace(/\{([^{}]*)\}/g, (_, inside) => words[inside] ?? pick(inside.split('/')));
  }
  return left.startsWith('http')
    ? left
    : left.replace(/(^|[.?] )([a-z])/g, (_, before, first) => before + first.toUpperCase());
}
