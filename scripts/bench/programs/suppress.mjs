// Chooses what to withhold of a table of 200 units and 12 columns, and audits it; prints the milliseconds of each.
import {
  collector,
  loadQuestionnaire,
  loadSolver,
  makePlan,
  measures,
  scorer,
  suppress,
} from '../../../dist/index.js';

const columns = 12;
const units = 200;
/** Numbers that are the same in every run. */
const random = (() => {
  let state = 20_260;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
})();

const dimensions = Array.from({ length: columns - 1 }, (_, i) => i);
const yaml = `milepost: 1
id: bench
version: 1.0.0
title: Bench
profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
scales: { five: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }, { value: 5, label: Five }] } }
dimensions:
${dimensions.map((i) => `  - { id: d${i}, title: D${i}, questions: [{ id: q${i}, text: Q${i}, scale: five }] }`).join('\n')}
rubric: { rollup: { organisation: { of: responses } } }
`;
const files = { read: () => ({ text: yaml }), resolve: (_, path) => path };
const { questionnaire, locator } = loadQuestionnaire('bench.yaml', files);
const { plan } = makePlan(questionnaire, locator);

/** From 1 to 19 responses a department; of two in five there are fewer than five, or so. */
function comparison(departmentsEach) {
  const { add, finish } = collector(plan);
  const score = scorer(plan);
  let id = 0;
  for (let unit = 0; unit < units; unit++) {
    const profile = { organisation: `o${Math.floor(unit / departmentsEach)}`, department: `d${unit}` };
    const size = random(5) < 2 ? 1 + random(4) : 5 + random(15);
    for (let i = 0; i < size; i++) {
      const values = dimensions.map(() => 1 + random(5));
      const response = {
        milepost: 1,
        questionnaire: { id: 'bench', version: '1.0.0' },
        id: `r${id++}`,
        profile,
        answers: {},
      };
      add(response, score({ given: { values, profile }, states: values.map(() => 'value') }));
    }
  }
  return finish();
}

async function timed(departmentsEach, measuresBeside) {
  const compared = comparison(departmentsEach);
  const rows = compared.units.filter(({ response }) => response === undefined);
  const shown = { rows, figures: plan.nodes };
  const tables = [{ ...shown, measures: ['scores'] }];
  const beside = measuresBeside.length === 0 ? [] : [{ ...shown, measures: measuresBeside }];
  const start = performance.now();
  const { small, further, revealed } = await suppress(
    { comparisons: [{ comparison: compared, tables, beside }] },
    { minGroup: 5 },
    loadSolver,
  );
  if (revealed.length > 0) throw new Error('the audit failed');
  return { time: performance.now() - start, small: small.length, further: further.length };
}

await loadSolver();
console.log(
  JSON.stringify({
    several: await timed(6, []),
    one: await timed(units, []),
    long: await timed(6, measures),
  }),
);
