import { type Finding, finding, type Place } from '../finding/finding.js';
import { suggest } from '../finding/suggest.js';
import { columnLetter } from '../finding/words.js';
import { followUps, type ProfileField, type Question } from '../questionnaire/questionnaire.js';
import { remarksOf } from '../response/read-remark.js';
import type { RemarkKey } from '../response/response.js';
import type { Session, SourceFile } from './session.js';
import type { MetaColumn, Target } from './targets.js';

/** What stands in which column of one table; columns count from 0. */
export interface Columns {
  readonly names: readonly string[];
  readonly meta: ReadonlyMap<MetaColumn, number>;
  readonly profile: readonly { readonly at: number; readonly field: ProfileField }[];
  readonly questions: readonly { readonly at: number; readonly question: Question }[];
  readonly remarks: readonly {
    readonly at: number;
    readonly question: Question;
    readonly remark: RemarkKey;
  }[];
  /** Not read: unknown, or dropped. */
  readonly unread: readonly number[];
  /** Unread and without a name: told only if something is in them. */
  readonly unnamed: readonly number[];
  /** Whether every row is refused, since a column that each needs is not there. */
  readonly refuses: boolean;
}

/** The columns, unless the table cannot be read by them, and what is to be said of them. */
export interface Headed {
  readonly columns: Columns | undefined;
  readonly findings: readonly Finding[];
}

/** Makes out the columns by the cells of the header row. */
export function headColumns(
  session: Session,
  file: SourceFile,
  header: readonly string[],
  line: number,
  delimiter: string,
): Headed {
  const names = header.map((cell) => headerName(session.targets, cell));
  const findings: Finding[] = [];
  const at = new Map<string, number>();
  const unread: number[] = [];
  const unnamed: number[] = [];
  const strangers: string[] = [];
  let duplicated = false;
  const place = (column: number, name: string): Place => ({
    file: file.name,
    cell: { line, column: column + 1, name },
  });

  names.forEach((name, column) => {
    const first = at.get(name);
    if (!session.targets.has(name)) {
      unread.push(column);
      if (name === '') unnamed.push(column);
      else strangers.push(name);
    } else if (first === undefined) {
      at.set(name, column);
    } else {
      duplicated = true;
      const letter = columnLetter(first + 1);
      findings.push(finding('duplicate-column', place(column, name), { column: name, first: letter }));
    }
  });
  if (duplicated) return { columns: undefined, findings };

  const { questions } = session.questionnaire;
  const top: Place = { file: file.name, cell: { line } };
  if (!questions.some(({ id }) => at.has(id))) {
    const args = { delimiter, columns: header.length, example: questions[0]?.id };
    return { columns: undefined, findings: [finding('no-question-columns', top, args)] };
  }

  const absent = [...session.targets.keys()].filter((name) => !at.has(name));
  names.forEach((name, column) => {
    if (name !== '' && !session.targets.has(name)) {
      findings.push(strangeColumn(session, name, place(column, name), absent));
    }
  });
  const missing = missingColumns(session, at, strangers, top);
  findings.push(...missing.findings);

  const found = [...at].map(([name, column]) => ({ at: column, target: session.targets.get(name) }));
  const of = <T>(pick: (target: Target) => T | undefined) =>
    found.flatMap(({ at: column, target }) => {
      const picked = target === undefined ? undefined : pick(target);
      return picked === undefined ? [] : [{ at: column, ...picked }];
    });
  const fields = of((target) => (target.kind === 'profile' ? { field: target.field } : undefined));
  return {
    columns: {
      names,
      meta: new Map(
        of((target) => (target.kind === 'meta' ? target : undefined)).map((found) => [found.meta, found.at]),
      ),
      profile: fields.filter(({ field }) => !field.personal),
      questions: of((target) => (target.kind === 'question' ? { question: target.question } : undefined)),
      remarks: of((target) =>
        target.kind === 'remark' ? { question: target.question, remark: target.remark } : undefined,
      ),
      unread: [...unread, ...fields.filter(({ field }) => field.personal).map(({ at: column }) => column)],
      unnamed,
      refuses: missing.refuses,
    },
    findings,
  };
}

/** A header cell's name: trimmed, inner white space collapsed; or its first line, where only that is a column's name. */
function headerName(targets: ReadonlyMap<string, Target>, cell: string): string {
  const trimmed = cell.trim();
  if (targets.has(trimmed)) return trimmed;
  const first = (/^[^\r\n]*/.exec(trimmed)?.[0] ?? '').trim();
  return targets.has(first) ? first : trimmed.replace(/\s+/g, ' ');
}

function strangeColumn(session: Session, column: string, place: Place, absent: readonly string[]): Finding {
  const joint = column.indexOf('__');
  const target = joint > 0 ? session.targets.get(column.slice(0, joint)) : undefined;
  const followUp = column.slice(joint + 2);
  if (target?.kind === 'question' && [...followUps, 'share', 'contact'].includes(followUp)) {
    const { question } = target;
    const asked = remarksOf(question).filter((remark) => remark !== 'votes' && remark !== 'dissent');
    return finding('follow-up-not-asked', place, { column, question: question.id, followUp, asked });
  }
  return finding('unknown-column', place, { column, suggestion: suggest(column, absent) });
}

function missingColumns(
  { questionnaire }: Session,
  at: ReadonlyMap<string, number>,
  strangers: readonly string[],
  place: Place,
): { readonly findings: readonly Finding[]; readonly refuses: boolean } {
  const findings: Finding[] = [];
  let refuses = false;
  const miss = (column: string, what: 'question' | 'unit' | 'profile') => {
    refuses = true;
    findings.push(finding('missing-column', place, { column, what, suggestion: suggest(column, strangers) }));
  };
  for (const { id, unit, required, personal } of questionnaire.profile) {
    if (at.has(id) || personal) continue;
    if (required) miss(id, unit ? 'unit' : 'profile');
    else if (unit) findings.push(finding('unit-without-column', place, { column: id }));
  }
  const optional: string[] = [];
  for (const { id, required, when } of questionnaire.questions) {
    if (at.has(id)) continue;
    if (required && when === undefined) miss(id, 'question');
    else optional.push(id);
  }
  if (optional.length > 0) {
    const args = { questions: optional, of: questionnaire.questions.length };
    findings.push(finding('questions-without-column', place, args));
  }
  return { findings, refuses };
}
