import { type Finding, finding, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { columnLetter } from '../../finding/words.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { type ProfileReader, profileReader, readProfileValue } from '../../response/reading/read-profile.js';
import { type TextRow, wholeTable } from '../containers/csv/whole-table.js';
import { registerFindings } from './check-register.js';
import type { Register, RegisterUnit } from './register.js';

/** The columns that mean something; all others are attributes. */
const known = ['id', 'title', 'aliases', 'level', 'parent', 'peers', 'becomes'] as const;
type KnownColumn = (typeof known)[number];

/** A register, unless the table cannot be read, and what is to be said of it: with an error in it, it is not to be used. */
export interface ReadRegister {
  readonly register: Register | undefined;
  readonly findings: readonly Finding[];
}

interface Header {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  /** The columns that are profile fields, which are read as answers to them would be. */
  readonly profile: readonly { readonly at: number; readonly reader: ProfileReader }[];
}

/** Reads a unit register from the text of a CSV file: one row a unit, blank rows passed over. */
export async function readRegister(
  file: string,
  text: string,
  questionnaire: Pick<Questionnaire, 'profile'>,
): Promise<ReadRegister> {
  const { rows, fault } = await wholeTable(file, text);
  const [first, ...others] = rows;
  if (first === undefined) {
    return { register: undefined, findings: [fault ?? finding('register-empty', { file }, {})] };
  }
  const findings: Finding[] = fault === undefined ? [] : [fault];
  const header = readHeader(file, first, questionnaire, findings);
  if (header === undefined) return { register: undefined, findings };
  const levels = unitFields(questionnaire).map(({ id }) => id);
  const units = others.flatMap((row) => readUnit(file, row, header, levels, findings) ?? []);
  const byId = new Map<string, RegisterUnit>();
  for (const unit of units) if (!byId.has(unit.id)) byId.set(unit.id, unit);
  const register = { file, units, byId };
  return { register, findings: [...findings, ...registerFindings(register, levels)] };
}

function readHeader(
  file: string,
  { cells, line }: TextRow,
  { profile }: Pick<Questionnaire, 'profile'>,
  findings: Finding[],
): Header | undefined {
  const names = cells.map((cell) => cell.trim());
  const at = new Map<string, number>();
  names.forEach((name, column) => {
    const first = at.get(name);
    if (name === '') return;
    if (first === undefined) at.set(name, column);
    else {
      const place = { file, cell: { line, column: column + 1, name } };
      findings.push(
        finding('register-column-twice', place, { column: name, first: columnLetter(first + 1) }),
      );
    }
  });
  if (!at.has('id')) {
    const suggestion = suggest('id', names);
    findings.push(finding('register-column-missing', { file, cell: { line } }, { column: 'id', suggestion }));
    return undefined;
  }
  const readers = profile.flatMap((field) => {
    const column = at.get(field.id);
    const means = field.unit || field.personal || known.some((name) => name === field.id);
    return column === undefined || means ? [] : [{ at: column, reader: profileReader(field) }];
  });
  return { names, at, profile: readers };
}

function readUnit(
  file: string,
  { cells, line }: TextRow,
  { names, at, profile }: Header,
  levels: readonly string[],
  findings: Finding[],
): RegisterUnit | undefined {
  const place = (column?: number): Place =>
    column === undefined
      ? { file, cell: { line } }
      : { file, cell: { line, column: column + 1, name: names[column] ?? '' } };
  if (cells.length !== names.length) {
    findings.push(finding('ragged-row', place(), { found: cells.length, needed: names.length }));
    return undefined;
  }
  const text = (column: KnownColumn) => (cells[at.get(column) ?? -1] ?? '').trim().replace(/\s+/g, ' ');
  const id = text('id');
  if (id === '') {
    findings.push(finding('register-id-missing', place(at.get('id')), {}));
    return undefined;
  }
  const level = text('level') || (levels.length === 1 ? (levels[0] ?? '') : '');
  if (!levels.includes(level)) {
    const args = { found: level, levels, suggestion: suggest(level, levels) };
    findings.push(finding('register-level-unknown', place(at.get('level')), args));
    return undefined;
  }
  const said: Record<string, string | number> = {};
  for (const { at: column, reader } of profile) {
    const spot = { place: place(column), name: reader.field.id };
    const value = readProfileValue(reader, cells[column], spot);
    if (typeof value === 'object') findings.push(value);
    else if (value !== undefined) said[reader.field.id] = value;
  }
  const attributes = names.flatMap((name, column): [string, string][] => {
    const cell = (cells[column] ?? '').trim();
    return name === '' || cell === '' || known.some((each) => each === name) ? [] : [[name, cell]];
  });
  return {
    id,
    title: text('title') || id,
    aliases: listOf(text('aliases')),
    level,
    parent: text('parent') || undefined,
    peers: listOf(text('peers')),
    becomes: text('becomes') || undefined,
    profile: said,
    attributes: Object.fromEntries(attributes),
    place: place(),
  };
}

/** What is joined by semicolons. */
function listOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
