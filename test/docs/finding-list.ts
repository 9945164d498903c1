import { adjustmentRules } from '../../src/finding/catalogue/adjustments.js';
import { changeRules, versionRules } from '../../src/finding/catalogue/changes.js';
import { checkRules } from '../../src/finding/catalogue/checks.js';
import { definitionRules } from '../../src/finding/catalogue/definition.js';
import { expressionRules } from '../../src/finding/catalogue/expression.js';
import { fileRules } from '../../src/finding/catalogue/file.js';
import { migrationRules } from '../../src/finding/catalogue/migration.js';
import { registerRules } from '../../src/finding/catalogue/register.js';
import { responseRules } from '../../src/finding/catalogue/response.js';
import { returnedColumnRules } from '../../src/finding/catalogue/returned-columns.js';
import { returnedFileRules } from '../../src/finding/catalogue/returned-files.js';
import { returnedRowRules } from '../../src/finding/catalogue/returned-rows.js';
import { rubricRules } from '../../src/finding/catalogue/rubric.js';
import { themeRules } from '../../src/finding/catalogue/theme.js';
import { workbookRules } from '../../src/finding/catalogue/workbook.js';
import { catalogue, type RuleArgs, type RuleId } from '../../src/finding/catalogue.js';
import { fixes } from '../../src/questionnaire/fixes/registry.js';

const groups: readonly { readonly title: string; readonly rules: object }[] = [
  { title: 'Files and YAML', rules: fileRules },
  { title: 'Questionnaires and fragments', rules: definitionRules },
  { title: 'What else `check` looks for', rules: checkRules },
  { title: 'Expressions', rules: expressionRules },
  { title: 'Rubrics and scoring', rules: rubricRules },
  { title: 'Answers and responses', rules: responseRules },
  { title: 'Returned files', rules: returnedFileRules },
  { title: 'Their columns', rules: returnedColumnRules },
  { title: 'Their rows', rules: returnedRowRules },
  { title: 'Adjustments', rules: adjustmentRules },
  { title: 'Maps and migrations', rules: migrationRules },
  { title: 'Versions', rules: versionRules },
  { title: 'Unit registers', rules: registerRules },
  { title: 'Returned workbooks', rules: workbookRules },
  { title: 'Themes', rules: themeRules },
];

/** What stands for an argument in a pattern, where its name in angle quotes will not do. */
const placeholders: Readonly<Record<string, unknown>> = {
  suggestion: undefined,
  wave: undefined,
  allowed: ['…'],
  asked: ['…'],
  known: ['…'],
  levels: ['…'],
  needed: '‹needed›',
  nonAnswers: ['…'],
  options: ['…'],
  others: ['…'],
  outer: ['…'],
  permitted: ['…'],
  questions: ['…', '…'],
  sheets: ['…', '…'],
  merges: 3,
  ranges: ['1–4', '0–1'],
  units: ['…', '…'],
  unscored: ['…'],
  cells: 3,
  columns: 12,
  free: ['…'],
  megabytes: 5,
  more: 1000,
  most: 1000,
  responses: 3,
  rows: 3,
};

/** Arguments of rules that words and lists cannot stand for. */
const samples: { readonly [R in RuleId]?: RuleArgs<R> } = {
  'rows-above-header': { rows: 2, line: 3 },
  'answer-ambiguous': { name: '‹name›', found: '‹found›', allowed: [{ value: '1' }, { value: '2' }] },
  'answer-out-of-limits': { name: '‹name›', found: '‹found›', min: '‹min›', max: '‹max›' },
  'answer-too-long': { name: '‹name›', length: 300, most: 200 },
  'answer-unknown': {
    name: '‹name›',
    found: '‹found›',
    allowed: [
      { value: '1', label: 'Starting' },
      { value: '2', label: 'Emerging' },
    ],
    nonAnswers: ['dont_know'],
    suggestion: undefined,
  },
  'config-sources-unmatched': { glob: '‹glob›', others: 1 },
  'duplicate-name': { what: '‹what›', id: '‹id›' },
  'expression-arguments': { name: 'clamp', signature: 'clamp(x, lo, hi)', found: 2, list: false },
  'expression-literal': { fault: 'unterminated', found: '‹found›' },
  'expression-mixed-types': {
    operator: '==',
    left: { source: '‹left›', type: 'a number' },
    right: { source: '‹right›', type: 'text' },
  },
  'expression-not-allowed': { what: 'null' },
  'expression-result': {
    needs: 'true or false',
    side: { source: 'answers.‹id›', type: 'a number' },
  },
  'expression-syntax': { found: '‹found›', expected: '‹expected›' },
  'expression-too-large': { what: 'characters', most: 20_000 },
  'expression-type': {
    operator: '&&',
    needs: 'true or false',
    side: { source: '‹side›', type: 'a number' },
  },
  'file-too-large': { megabytes: 12.5, most: 4 },
  'filter-matches-nobody': { responses: 12, values: [{ field: '‹field›', values: ['‹value›', '‹value›'] }] },
  'map-no-levels': { id: '‹id›', from: 'number', to: 'number' },
  'migrate-ask-again': {
    question: '‹question›',
    because: 'unmapped',
    value: '‹value›',
    hasLevels: true,
    answers: 3,
  },
  'missing-column': { column: '‹column›', what: 'question', suggestion: undefined },
  'missing-key': { key: '‹key›' },
  'no-question-columns': {
    delimiter: 'commas',
    columns: 12,
    example: undefined,
    looked: ['‹flavour›', '…'],
  },
  'questions-without-column': { questions: ['…', '…'], of: 40 },
  'ragged-row': { found: 41, needed: 40 },
  'titles-in-order': { title: '‹title›', questions: ['‹id›', '‹id›'] },
  'turned-too-long': { most: 20_000 },
  'unknown-method': { method: 'plugin:‹name›', known: [] },
  'wrong-type': { key: '‹key›', found: 'a text', needed: ['a list'] },
  'yaml-too-deep': { most: 60 },
  'yaml-too-many-aliases': { most: 400_000 },
};

/** Every rule by group: its id, its severity, what it says, and what it advises. */
export function findingList(): string {
  const listed = new Set<string>();
  const sections = groups.flatMap(({ title, rules }) => [
    `## ${title}`,
    ...Object.keys(rules).map((id) => {
      listed.add(id);
      return entry(id);
    }),
  ]);
  // Changes have a page of their own.
  const others = Object.keys(catalogue).filter((id) => !listed.has(id) && !Object.hasOwn(changeRules, id));
  if (others.length > 0) sections.push('## Others', ...others.map(entry));
  return sections.join('\n\n');
}

function entry(id: string): string {
  const rule = Object.entries(catalogue).find(([each]) => each === id)?.[1];
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const args = Object.entries(samples).find(([each]) => each === id)?.[1] ?? stand;
  const text = worded(rule.text, args);
  const help = worded(rule.help, args);
  const fix = Object.entries(fixes).find(([each]) => each === id)?.[1];
  return [
    `### ${id}`,
    `**${rule.severity}**${text === undefined ? '' : `: ${escaped(text)}`}`,
    ...(help === undefined ? [] : [`*Help:* ${escaped(help)}`]),
    ...(fix === undefined ? [] : [`*--fix:* ${fix.does}`]),
    ...('described' in rule ? [`[Why, and an example](rules.md#${id})`] : []),
  ].join('\n\n');
}

/** Has every argument: a placeholder by its name, or its name in angle quotes. */
const stand = new Proxy(
  {},
  {
    get: (_, name) => {
      const key = String(name);
      return Object.hasOwn(placeholders, key) ? placeholders[key] : `‹${key}›`;
    },
  },
);

/** What the rule says of the arguments; nothing where placeholders are not enough for it. */
function worded(say: (...args: never) => string | undefined, args: object): string | undefined {
  try {
    const said: unknown = Reflect.apply(say, undefined, [args]);
    return typeof said === 'string' && !said.includes('undefined') ? said : undefined;
  } catch {
    return undefined;
  }
}

/** What Markdown would take for markup outside back-ticks. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>*_]/g, (sign) => `\\${sign}`)))
    .join('');
}
