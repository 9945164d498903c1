import { milepost, rowsOf } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

type Row = Readonly<Record<string, string>>;

export interface Scores {
  readonly exit: number;
  readonly err: string;
  readonly rows: readonly Row[];
  /** The row of a figure, of the only response or of one. */
  readonly node: (id: string, response?: string) => Row | undefined;
}

/** Scores answers and gives the long table's rows. */
export async function scores(
  definition: string,
  csv: string,
  more: { readonly args?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Scores> {
  const { exit, out, err } = await milepost(
    `score q.yaml a.csv --layout long --format csv ${more.args ?? ''}`.trim(),
    { files: { 'q.yaml': definition, 'a.csv': csv, ...more.files } },
  );
  const rows = rowsOf(out);
  return {
    exit,
    err,
    rows,
    node: (id, response) =>
      rows.find((row) => row.node === id && (response === undefined || row.response_id === response)),
  };
}

/** The score of one figure, as it is printed. */
export async function scoreOf(
  definition: string,
  csv: string,
  node = 'overall',
): Promise<string | undefined> {
  return (await scores(definition, csv)).node(node)?.score;
}

/** The rows of `compare`, long unless told otherwise. */
export async function compared(
  definition: string,
  csv: string,
  args = '',
  files: Readonly<Record<string, string>> = {},
): Promise<Scores & { readonly unit: (name: string, node: string) => Row | undefined }> {
  const layout = args.includes('--layout') ? '' : '--layout long ';
  const { exit, out, err } = await milepost(`compare q.yaml a.csv ${layout}--format csv ${args}`.trim(), {
    files: { 'q.yaml': definition, 'a.csv': csv, ...files },
  });
  const rows = rowsOf(out);
  return {
    exit,
    err,
    rows,
    node: (id) => rows.find((row) => row.node === id),
    unit: (name, node) =>
      rows.find(
        (row) => row.node === node && (row.department ?? row.organisation ?? row.response_id) === name,
      ),
  };
}

/** A finding of `check`: its rule, where it points, and what it says. */
export interface Found {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
}

/** What `check` finds, each place as the text that it covers in its file, up to the end of the line. */
export async function found(
  definition: string,
  more: { readonly args?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<readonly Found[]> {
  const files: Record<string, string> = { 'q.yaml': definition, ...more.files };
  const { out } = await milepost(`check q.yaml --format json ${more.args ?? ''}`.trim(), { files });
  const findings: unknown = JSON.parse(out);
  if (!Array.isArray(findings)) throw new Error(`no findings: ${out}`);
  // What is only worth a look, such as that there is no example, is not what these tests are about.
  const problems = findings.filter(({ severity }) => severity !== 'info');
  return problems.map(({ rule, file, line, column, endLine, endColumn, message }) => {
    const text = (files[String(file)] ?? '').split('\n')[Number(line) - 1] ?? '';
    const end = endLine === line ? Number(endColumn) - 1 : text.length;
    return { rule, at: `${line}: ${text.slice(Number(column) - 1, end)}`, message };
  });
}

/** Number questions from 0 to `max`, by dimension. */
export function numbers(
  dimensions: Readonly<Record<string, readonly string[]>>,
  rubric: string,
  max = 100,
  more = '',
): string {
  const lines = Object.entries(dimensions).flatMap(([id, questions]) => [
    `  - id: ${id}`,
    `    title: ${id.toUpperCase()}`,
    '    questions:',
    ...questions.map((question) => {
      const [name = '', ...keys] = question.split(' ');
      return `      - { id: ${name}, text: ${name}?, type: number, min: 0, max: ${max}${keys.length > 0 ? `, ${keys.join(' ')}` : ''} }`;
    }),
  ]);
  return questionnaire(`${more}dimensions:\n${lines.join('\n')}\nrubric: ${rubric}\n`);
}
