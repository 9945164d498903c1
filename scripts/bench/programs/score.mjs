// Scores answers that are read already, and prints how fast as JSON: node --expose-gc score.mjs
import { loadQuestionnaire, makePlan, scorer } from '../../../dist/index.js';
import { expressionsYaml, madeAnswers, meansYaml } from '../support/data.mjs';
import { median } from '../support/timing.mjs';

const rounds = 7;
const scoredInRound = 200_000;
const answers = madeAnswers(5000);

const engines = { means: engine(meansYaml), expressions: engine(expressionsYaml) };
const rates = { means: [], expressions: [] };
for (const score of Object.values(engines)) pass(score, scoredInRound);
for (let i = 0; i < rounds; i++) {
  for (const [name, score] of Object.entries(engines)) {
    const start = process.hrtime.bigint();
    pass(score, scoredInRound);
    rates[name].push(scoredInRound / (Number(process.hrtime.bigint() - start) / 1e9));
  }
}
const growth = Object.values(engines).map((score) => {
  const before = heap();
  pass(score, 1_000_000);
  return heap() - before;
});
console.log(
  JSON.stringify({
    means: median(rates.means),
    expressions: median(rates.expressions),
    growth: Math.max(...growth),
  }),
);

function engine(yaml) {
  const files = { read: () => ({ text: yaml }), resolve: (_, path) => path };
  const { questionnaire, locator, findings } = loadQuestionnaire('bench.yaml', files);
  const made = questionnaire && makePlan(questionnaire, locator);
  const errors = [...findings, ...(made?.findings ?? [])].filter(({ severity }) => severity === 'error');
  if (made === undefined || errors.length > 0)
    throw new Error(`bad definition: ${JSON.stringify(errors, null, 2)}`);
  const score = scorer(made.plan);
  const { scores } = score(answers[0]);
  if (!made.plan.order.every(({ slot }) => Number.isFinite(scores[slot])))
    throw new Error('a node has no score');
  return score;
}

function pass(score, count) {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const { high } = score(answers[i % answers.length]);
    sum += high.length;
  }
  return sum;
}

function heap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
