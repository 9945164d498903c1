import { type Finding, finding } from '../../finding/finding.js';
import type { Plan, ScoreProblem } from '../../rubric/plan.js';

/** Gathers what went wrong while scoring, the first few of each kind and node, and a count of the others. */
export interface ScoreProblems {
  /** `subject` says whose score it is, such as "response `r-1`". */
  readonly note: (plan: number, subject: string, problems: readonly ScoreProblem[]) => void;
  readonly findings: () => readonly Finding[];
}

const shownOfEach = 5;

export function problemFindings(plans: readonly Plan[]): ScoreProblems {
  const found: Finding[] = [];
  const counts = new Map<string, number>();
  return {
    note: (i, subject, problems) => {
      for (const problem of problems) {
        const plan = plans[i];
        if (plan === undefined) continue;
        const key = `${i} ${problem.kind} ${problem.node}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        if (count <= shownOfEach) found.push(problemFinding(problem, plan, subject));
      }
    },
    findings: () => {
      const more = [...counts].filter(([, count]) => count > shownOfEach);
      return [
        ...found,
        ...more.map(([key, count]) => {
          const [i = '0', , node = ''] = key.split(' ');
          const plan = plans[Number(i)];
          return finding(
            'score-problems-more',
            { file: plan?.questionnaire.origin.file ?? '' },
            { node, more: count - shownOfEach },
          );
        }),
      ];
    },
  };
}

function problemFinding(problem: ScoreProblem, plan: Plan, response: string): Finding {
  const { node } = problem;
  const place = { file: plan.questionnaire.origin.file };
  const method = methodName(plan, node);
  switch (problem.kind) {
    case 'not-finite':
      return finding('score-not-finite', place, { node, method, response, found: problem.found });
    case 'outside-range': {
      const { min, max } = problem.range;
      return finding('score-outside-range', place, {
        node,
        method,
        response,
        found: problem.found,
        min,
        max,
      });
    }
    case 'failed':
      return finding('plugin-failed', place, { node, method, response, detail: problem.detail });
  }
}

function methodName(plan: Plan, id: string): string {
  const method = plan.nodes.find((node) => node.id === id)?.method;
  if (method === undefined) return 'expression';
  switch (method.kind) {
    case 'plugin':
      return `plugin:${method.name}`;
    case 'combining':
      return method.method.name;
    case 'staged':
    case 'expression':
      return method.kind;
  }
}
