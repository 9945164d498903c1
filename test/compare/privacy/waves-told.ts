import { type Answered, dimensions, questions, type Row, type Setting } from './waves-settings.js';
import { type Form, fraction, meanOf, sumOf } from './witness.js';

/** What somebody said to a question in a wave, which is what nobody knows; nothing where it is a blank. */
type Said = (question: number) => string | undefined;

/** One response's score of a node; nothing where it answered nothing in it. */
function scoreOf(node: string, said: Said): Form | undefined {
  const mean = (forms: readonly (Form | undefined)[]) => {
    const some = forms.filter((form) => form !== undefined);
    return some.length === 0 ? undefined : meanOf(some);
  };
  const one = (question: number): Form | undefined => {
    const what = said(question);
    return what === undefined ? undefined : new Map([[what, fraction(1)]]);
  };
  const { data, culture } = dimensions;
  if (node === 'overall') return mean([mean(data.map(one)), mean(culture.map(one))]);
  if (node === 'data') return mean(data.map(one));
  if (node === 'culture') return mean(culture.map(one));
  return one(questions[node] ?? -1);
}

/** Somebody's score on the way, and where they are. */
interface Scored {
  readonly department: string;
  readonly form: Form | undefined;
}

/** What a unit's figure is made of; an organisation's of its departments, where it pools no responses. Nothing where nobody has one. */
function formOf(all: readonly Scored[], { rollup }: Pick<Setting, 'rollup'>): Form | undefined {
  const there = all.flatMap(({ department, form }) => (form === undefined ? [] : [{ department, form }]));
  if (there.length === 0) return undefined;
  const mean = (some: typeof there) => meanOf(some.map(({ form }) => form));
  if (rollup === 'responses') return mean(there);
  const names = [...new Set(there.map(({ department }) => department))];
  return meanOf(names.map((name) => mean(there.filter(({ department }) => department === name))));
}

const less = (one: Form, other: Form) => sumOf([one, sumOf([other], fraction(-1))]);

/** A response in either of two waves, or in both. */
interface Pair {
  readonly earlier: Answered | undefined;
  readonly later: Answered | undefined;
}

const answered = (from: Answered | undefined, question: number) =>
  from !== undefined && from.scores[question] !== null;
const saidIn =
  (from: Answered | undefined): Said =>
  (question) =>
    answered(from, question) ? `${question} of ${from?.id} in ${from?.wave}` : undefined;

/** What both waves of a unit are made of, step by step, and who is in them. */
function wayOf(pairs: readonly Pair[], node: string) {
  const scored = (said: (pair: Pair) => Said | undefined) =>
    pairs.map((pair): Scored & Pair => {
      const own = said(pair);
      const department = (pair.later ?? pair.earlier)?.department ?? '';
      return { ...pair, department, form: own === undefined ? undefined : scoreOf(node, own) };
    });
  const inBoth = ({ earlier, later }: Pair, question: number) =>
    answered(earlier, question) && answered(later, question);
  const both = (pair: Pair, of: Answered | undefined): Said | undefined =>
    pair.earlier === undefined || pair.later === undefined
      ? undefined
      : (question) => (inBoth(pair, question) ? saidIn(of)(question) : undefined);
  return {
    before: scored(({ earlier }) => earlier && saidIn(earlier)),
    who: scored(({ earlier, later }) => later && saidIn(earlier ?? later)),
    answers: scored((pair) => {
      const { earlier, later } = pair;
      if (later === undefined || earlier === undefined) return later && saidIn(later);
      return (question) => saidIn(inBoth(pair, question) ? later : earlier)(question);
    }),
    after: scored(({ later }) => later && saidIn(later)),
    matchedBefore: scored((pair) => both(pair, pair.earlier)),
    matchedAfter: scored((pair) => both(pair, pair.later)),
  };
}

/** What reading tables tells, and what it must not. */
export interface Reading {
  readonly ofScores: Form[];
  readonly ofChanges: Form[];
  /** What may be known, since enough people said it, be it told or not. */
  readonly ofEnough: Form[];
  readonly asked: Map<string, Form>;
}

function readStep(row: Row, pairs: readonly Pair[], setting: Setting, reading: Reading): void {
  const node = String(row.node);
  const way = wayOf(pairs, node);
  const where = JSON.stringify(row);
  const form = (all: readonly Scored[]) => formOf(all, setting);
  const scores = { from: form(way.before), to: form(way.after) };
  for (const [which, of] of Object.entries(scores)) {
    if (of === undefined) continue;
    if (row[`${which}_score`] === null) reading.asked.set(`${which} ${where}`, of);
    else reading.ofScores.push(of);
  }
  const { from, to } = scores;
  if (row.change !== null && from !== undefined && to !== undefined) reading.ofScores.push(less(to, from));
  const matched = { before: form(way.matchedBefore), after: form(way.matchedAfter) };
  if (row.matched_change !== null && matched.before !== undefined && matched.after !== undefined) {
    reading.ofChanges.push(less(matched.after, matched.before));
  }
  let last = from;
  for (const [column, step] of [
    ['who_answered', way.who],
    ['answers_changed', way.answers],
    ['newly_or_no_longer_answered', way.after],
  ] as const) {
    const next = form(step);
    if (next === undefined || last === undefined) continue;
    if (row[column] !== null) reading.ofChanges.push(less(next, last));
    last = next;
  }
  const ask = (what: string, all: readonly (Scored & Pair)[], wave: 'earlier' | 'later') => {
    const some = all.filter((each) => each.form !== undefined);
    const people = some.reduce((sum, each) => sum + (each[wave]?.people ?? 0), 0);
    const of = form(some);
    if (of === undefined) return;
    if (people < setting.minGroup) reading.asked.set(`${what} ${where}`, of);
    else reading.ofEnough.push(of);
  };
  const isStay = ({ earlier, later }: Pair) => earlier !== undefined && later !== undefined;
  const isOther = (one: Answered | undefined, other: Answered | undefined) =>
    Object.values(questions).some(
      (question) =>
        scoreOf(node, (each) => (each === question ? '' : undefined)) !== undefined &&
        answered(one, question) &&
        !answered(other, question),
    );
  ask(
    'left',
    way.before.filter((each) => each.later === undefined),
    'earlier',
  );
  ask(
    'came',
    way.after.filter((each) => each.earlier === undefined),
    'later',
  );
  ask('stayed before', way.before.filter(isStay), 'earlier');
  ask('stayed after', way.after.filter(isStay), 'later');
  ask('matched before', way.matchedBefore, 'earlier');
  ask('matched after', way.matchedAfter, 'later');
  ask(
    'no longer',
    way.before.filter((each) => isStay(each) && isOther(each.earlier, each.later)),
    'earlier',
  );
  ask(
    'newly',
    way.after.filter((each) => isStay(each) && isOther(each.later, each.earlier)),
    'later',
  );
  for (const department of ['A', 'B', 'C']) {
    const isOut = ({ earlier, later }: Pair) =>
      earlier?.department === department && later?.department !== department;
    const isIn = ({ earlier, later }: Pair) =>
      later?.department === department && earlier?.department !== department;
    const isMove = (each: Pair, is: (pair: Pair) => boolean) => isStay(each) && is(each);
    const some = (all: readonly (Scored & Pair)[], is: (pair: Pair) => boolean) => all.filter(is);
    ask(
      `left ${department}`,
      some(way.before, (each) => !isStay(each) && isOut(each)),
      'earlier',
    );
    ask(
      `came to ${department}`,
      some(way.after, (each) => !isStay(each) && isIn(each)),
      'later',
    );
    ask(
      `moved out of ${department}`,
      some(way.before, (each) => isMove(each, isOut)),
      'earlier',
    );
    ask(
      `moved into ${department}`,
      some(way.after, (each) => isMove(each, isIn)),
      'later',
    );
    ask(
      `matched and moved out of ${department}`,
      some(way.matchedBefore, (each) => isMove(each, isOut)),
      'earlier',
    );
    ask(
      `matched and moved into ${department}`,
      some(way.matchedAfter, (each) => isMove(each, isIn)),
      'later',
    );
  }
  const askChange = (what: string, is: (pair: Pair) => boolean) => {
    const [before, after] = [way.matchedBefore.filter(is), way.matchedAfter.filter(is)];
    const people = (wave: 'earlier' | 'later') =>
      before.reduce((sum, each) => sum + (each.form === undefined ? 0 : (each[wave]?.people ?? 0)), 0);
    const [from, to] = [form(before), form(after)];
    if (Math.min(people('earlier'), people('later')) >= setting.minGroup) return;
    if (from !== undefined && to !== undefined) reading.asked.set(`${what} ${where}`, less(to, from));
  };
  askChange('matched change', () => true);
  askChange('change of who moved', ({ earlier, later }) => earlier?.department !== later?.department);
}

/** The responses that a row is of, in one wave or in all. */
export function inUnit(
  { department }: Row,
  wave: unknown,
  { responses }: { readonly responses: readonly Answered[] },
) {
  return responses.filter(
    (each) => (!department || each.department === department) && (!wave || each.wave === wave),
  );
}

/** What the score of a node is made of, in some responses. */
export function scoreFormOf(
  all: readonly Answered[],
  node: string,
  setting: Pick<Setting, 'rollup'>,
): Form | undefined {
  return formOf(
    all.map((each) => ({ ...each, form: scoreOf(node, saidIn(each)) })),
    setting,
  );
}

/** What tables of scores and of waves tell, and what they must not. */
export function readTables(tables: ReadonlyMap<string, readonly Row[]>, setting: Setting): Reading {
  const reading: Reading = { ofScores: [], ofChanges: [], ofEnough: [], asked: new Map() };
  for (const row of tables.get('scores') ?? []) {
    const of = scoreFormOf(inUnit(row, row.wave, setting), String(row.node), setting);
    if (of === undefined) continue;
    if (row.score === null) reading.asked.set(`score ${JSON.stringify(row)}`, of);
    else reading.ofScores.push(of);
  }
  for (const row of tables.get('waves') ?? []) {
    const [before, after] = [inUnit(row, row.from_wave, setting), inUnit(row, row.to_wave, setting)];
    // Where an organisation is a mean of its departments, who moved has left and come.
    const keyOf = ({ id, department }: Answered) =>
      setting.rollup === 'responses' ? id : `${id} in ${department}`;
    const keys = [...new Set([...after, ...before].map(keyOf))];
    const pairs = keys.map((key) => ({
      earlier: before.find((each) => keyOf(each) === key),
      later: after.find((each) => keyOf(each) === key),
    }));
    readStep(row, pairs, setting, reading);
  }
  return reading;
}
