import { type Finding, finding } from '../../finding/finding.js';
import type { JournalEntry, OpenedEvent } from './entry.js';
import { readEntry } from './read-entry.js';

/** A journal as its file holds it. */
export interface Journal {
  readonly opened: OpenedEvent & { readonly time: string };
  /** In their order, the first being `opened`. */
  readonly entries: readonly JournalEntry[];
  /** How many bytes of it are whole lines: what is behind them was being written when the machine stopped. */
  readonly wholeBytes: number;
}

export interface JournalReading {
  /** None where the file is no journal, or where no answer in it can be trusted. */
  readonly journal?: Journal;
  readonly findings: readonly Finding[];
}

/**
 * Reads a journal. What was being written when the machine stopped is dropped, and told of; any other line that cannot be
 * read is an error, since answers may be lost that were given, and the journal is then not used. What editors leave behind
 * does no harm: a byte order mark, CRLF, blank lines, a last line without its end.
 */
export function readJournal(file: string, bytes: Uint8Array): JournalReading {
  const findings: Finding[] = [];
  const entries: JournalEntry[] = [];
  const unreadable: { readonly line: number; readonly found: string }[] = [];
  let wholeBytes = 0;
  for (const { nth: line, text, end, isEnded } of linesIn(bytes)) {
    const read = readLine(text);
    if (read === undefined && isEnded) {
      unreadable.push({ line, found: text.slice(0, 80) });
      continue;
    }
    const torn = read === undefined ? text.length : read.torn;
    if (torn > 0) findings.push(finding('journal-line-torn', placeOf(file, line), { characters: torn }));
    if (read === undefined) break;
    if (read.entry !== undefined) entries.push(read.entry);
    wholeBytes = end;
  }
  const [first] = entries;
  if (first?.event !== 'opened') {
    const begun = bytes.length === 0 || (wholeBytes === 0 && unreadable.length === 0 && isBegun(bytes));
    return { findings: [finding(begun ? 'journal-empty' : 'not-a-journal', { file }, {})] };
  }
  const [bad, ...others] = unreadable;
  if (bad === undefined) return { journal: { opened: first, entries, wholeBytes }, findings };
  const args = { found: bad.found, others: others.length };
  return { findings: [finding('journal-line-unreadable', placeOf(file, bad.line), args), ...findings] };
}

function placeOf(file: string, line: number) {
  return { file, cell: { line } };
}

interface LineOfText {
  /** From 1. */
  readonly nth: number;
  readonly text: string;
  /** How many bytes the file has until behind it. */
  readonly end: number;
  /** Whether a line break follows. */
  readonly isEnded: boolean;
}

const lineBreak = 0x0a;

/** Bytes that are no UTF-8 make a line that cannot be read, instead of other characters than were written. */
function* linesIn(bytes: Uint8Array): Generator<LineOfText> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lenient = new TextDecoder();
  for (let nth = 1, start = 0; start < bytes.length; nth += 1) {
    const at = bytes.indexOf(lineBreak, start);
    const isEnded = at >= 0;
    const end = isEnded ? at + 1 : bytes.length;
    const line = bytes.subarray(start, end);
    let text: string;
    try {
      text = strict.decode(line);
    } catch {
      // The mark of a damaged character is no JSON outside of a text, so that the line is refused.
      text = `${lenient.decode(line)}\ufffd`;
    }
    yield { nth, text, end, isEnded };
    start = end;
  }
}

/** How every entry begins. Within a text its quotes are escaped, so that it stands nowhere else. */
const beginning = '{"event":';

/**
 * What a line says, and how many characters in front of it are the rest of one that broke off; nothing where it cannot be
 * read. A blank line says nothing.
 */
function readLine(
  text: string,
): { readonly entry: JournalEntry | undefined; readonly torn: number } | undefined {
  if (text.trim() === '') return { entry: undefined, torn: 0 };
  const whole = readEntry(parsed(text));
  if (whole !== undefined) return { entry: whole, torn: 0 };
  const torn = text.lastIndexOf(beginning);
  const entry = torn > 0 ? readEntry(parsed(text.slice(torn))) : undefined;
  return entry === undefined ? undefined : { entry, torn };
}

/** Whether the file breaks off in its first line. */
function isBegun(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith(beginning) || beginning.startsWith(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
