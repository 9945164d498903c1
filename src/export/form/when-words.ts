import { parse } from '../../expression/cel.js';
import type { BinaryTree, Comparison, Tree } from '../../expression/tree.js';
import type { ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';

/** What an expression's names stand for, as respondents know them. */
export interface WhenNames {
  readonly questionnaire: Pick<Questionnaire, 'questions' | 'profile'>;
  /** The number that a question has in the form, by its id. */
  readonly numberOf: (question: string) => string | undefined;
}

/**
 * When a question is asked, for those who answer: `Only if 1.2 “Who owns data?” is Established or higher`. What no plain
 * sentence can say is given as it is written, but for the names in it: `Asked only if: 1.2 “How many?” * 2 > 10`.
 */
export function whenWords(text: string, names: WhenNames): string {
  const { tree } = parse(text);
  const words = tree === undefined ? undefined : sentence(tree, names, 0);
  return words === undefined ? `Asked only if: ${withTitles(text.trim(), names)}` : `Only if ${words}`;
}

function withTitles(text: string, names: WhenNames): string {
  return text.replace(
    /\b(answers|profile)\.(\w+)/g,
    (written, root: string, name: string) => subjectNamed(root, name, names)?.title ?? written,
  );
}

/** A name in an expression: its title, and the words for its values. */
interface Subject {
  readonly title: string;
  readonly of: Question | ProfileField;
}

function sentence(tree: Tree, names: WhenNames, depth: number): string | undefined {
  switch (tree.kind) {
    case 'name': {
      const subject = subjectOf(tree, names);
      return subject?.of.type === 'yes_no' ? `${subject.title} is Yes` : undefined;
    }
    case 'unary': {
      const subject = tree.operator === '!' ? subjectOf(tree.operand, names) : undefined;
      if (subject?.of.type === 'yes_no') return `${subject.title} is No`;
      const has = tree.operator === '!' ? hasOf(tree.operand, names) : undefined;
      if (has !== undefined) return `${has.title} has no answer`;
      const inner = tree.operator === '!' ? tree.operand : undefined;
      return inner?.kind === 'binary' && inner.operator === 'in' ? membership(inner, names, true) : undefined;
    }
    case 'call': {
      const has = hasOf(tree, names);
      return has === undefined ? undefined : `${has.title} has an answer`;
    }
    case 'binary':
      return binary(tree, names, depth);
    default:
      return undefined;
  }
}

function binary(tree: BinaryTree, names: WhenNames, depth: number): string | undefined {
  switch (tree.operator) {
    case '&&':
    case '||': {
      // Below one change from and to or, a sentence no longer says what belongs together.
      if (depth > 1) return undefined;
      const parts = joined(tree, tree.operator).map((part) => {
        const turns = part.kind === 'binary' && (part.operator === '&&' || part.operator === '||');
        const words = sentence(part, names, depth + 1);
        return turns && words !== undefined ? `(${words})` : words;
      });
      return parts.every((part) => part !== undefined)
        ? parts.join(tree.operator === '&&' ? ' and ' : ' or ')
        : undefined;
    }
    case 'in':
      return membership(tree, names, false);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(tree.operator, tree.left, tree.right, names);
    default:
      return undefined;
  }
}

/** The parts that one operator joins, in order. */
function joined(tree: Tree, operator: '&&' | '||'): readonly Tree[] {
  return tree.kind === 'binary' && tree.operator === operator
    ? [...joined(tree.left, operator), ...joined(tree.right, operator)]
    : [tree];
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparison(operator: Comparison, left: Tree, right: Tree, names: WhenNames): string | undefined {
  const value = literalOf(right);
  if (value === undefined) {
    return literalOf(left) === undefined ? undefined : comparison(mirrored[operator], right, left, names);
  }
  const subject = subjectOf(left, names);
  if (subject === undefined) return undefined;
  const word = valueWord(subject.of, value);
  if (word === undefined) return undefined;
  const { title } = subject;
  switch (operator) {
    case '==':
      return `${title} is ${word}`;
    case '!=':
      return `${title} is something other than ${word}`;
    case '>=':
      return subject.of.type === 'date' ? `${title} is ${word} or later` : `${title} is ${word} or higher`;
    case '<=':
      return subject.of.type === 'date' ? `${title} is ${word} or earlier` : `${title} is ${word} or lower`;
    case '>':
      return subject.of.type === 'date' ? `${title} is after ${word}` : `${title} is higher than ${word}`;
    case '<':
      return subject.of.type === 'date' ? `${title} is before ${word}` : `${title} is lower than ${word}`;
  }
}

/** `'catalogue' in answers.tools`, or `answers.size in ['s', 'm']`. */
function membership({ left, right }: BinaryTree, names: WhenNames, not: boolean): string | undefined {
  const chosen = subjectOf(right, names);
  const literal = literalOf(left);
  if (chosen !== undefined && literal !== undefined) {
    const word = valueWord(chosen.of, literal);
    return word === undefined
      ? undefined
      : `${chosen.title} ${not ? 'does not include' : 'includes'} ${word}`;
  }
  const subject = subjectOf(left, names);
  if (subject === undefined || right.kind !== 'list') return undefined;
  const words = right.items.map((item) => {
    const value = literalOf(item);
    return value === undefined ? undefined : valueWord(subject.of, value);
  });
  if (words.length === 0 || words.some((word) => word === undefined)) return undefined;
  return `${subject.title} is ${not ? 'none of ' : ''}${words.join(not ? ', ' : ' or ')}`;
}

function literalOf(tree: Tree): number | boolean | string | undefined {
  if (tree.kind === 'literal') return tree.value;
  if (tree.kind === 'unary' && tree.operator === '-' && tree.operand.kind === 'literal') {
    return typeof tree.operand.value === 'number' ? -tree.operand.value : undefined;
  }
  return undefined;
}

function hasOf(tree: Tree, names: WhenNames): Subject | undefined {
  const [name] = tree.kind === 'call' && tree.name === 'has' ? tree.args : [];
  return name === undefined ? undefined : subjectOf(name, names);
}

function subjectOf(tree: Tree, names: WhenNames): Subject | undefined {
  return tree.kind === 'name' ? subjectNamed(tree.root, tree.name, names) : undefined;
}

function subjectNamed(
  root: string,
  name: string | undefined,
  { questionnaire, numberOf }: WhenNames,
): Subject | undefined {
  if (root === 'profile') {
    const field = questionnaire.profile.find(({ id }) => id === name);
    return field === undefined ? undefined : { title: `“${field.title.trim()}”`, of: field };
  }
  const question = questionnaire.questions.find(({ id }) => id === name);
  if (root !== 'answers' || question === undefined) return undefined;
  const number = numberOf(question.id);
  return { title: `${number === undefined ? '' : `${number} `}“${short(question.text)}”`, of: question };
}

function valueWord(of: Question | ProfileField, value: number | boolean | string): string | undefined {
  switch (of.type) {
    case 'level':
      return marked(of.scale.levels.find((level) => level.value === value)?.label);
    case 'choice':
    case 'choices':
      return marked(of.options.find(({ id }) => id === value)?.label);
    case 'yes_no':
      return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : undefined;
    case 'number':
      return typeof value === 'number' ? String(value) : undefined;
    case 'text':
    case 'date':
      return typeof value === 'string' ? `“${value}”`.replace(/^“(\d{4}-\d\d-\d\d)”$/, '$1') : undefined;
  }
}

/** A label within a sentence, in quotes where one would not see where it ends. */
function marked(label: string | undefined): string | undefined {
  const word = label?.trim();
  return word !== undefined && /[,;:.()]|\b(and|or)\b/.test(word) ? `“${word}”` : word;
}

/** Enough of a text to find the question by. */
function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
