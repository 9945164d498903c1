/** A line of a diff: in both texts, only in the first, or only in the second. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

const context = 3;
/** How far ahead a common line is looked for. */
const reach = 100;

/** What differs between two versions of a file, as `patch` and `git apply` read it; nothing where nothing does. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(linesOf(before), linesOf(after));
  const name = file.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  return [`--- a/${name}\n`, `+++ b/${name}\n`, ...hunks(lines)].join('');
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Made for small edits far apart: after each, the texts soon have a line in common again. */
function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      lines.push({ sign: ' ', text: left });
      i++;
      j++;
      continue;
    }
    const [gone, come] = stepsToCommon(before, i, after, j);
    for (const text of before.slice(i, i + gone)) lines.push({ sign: '-', text });
    for (const text of after.slice(j, j + come)) lines.push({ sign: '+', text });
    i += gone;
    j += come;
  }
  return lines;
}

/** How many lines to pass over in each until both go on with the same. */
function stepsToCommon(
  before: readonly string[],
  i: number,
  after: readonly string[],
  j: number,
): readonly [number, number] {
  for (let sum = 1; sum <= reach; sum++) {
    for (let gone = Math.min(sum, before.length - i); gone >= 0; gone--) {
      const come = sum - gone;
      if (j + come <= after.length && before[i + gone] === after[j + come]) return [gone, come];
    }
  }
  return [Math.min(1, before.length - i), Math.min(1, after.length - j)];
}

function* hunks(lines: readonly DiffLine[]): Generator<string> {
  let [oldLine, newLine, at] = [1, 1, 0];
  while (at < lines.length) {
    const first = lines.findIndex(({ sign }, k) => k >= at && sign !== ' ');
    if (first < 0) return;
    const start = Math.max(at, first - context);
    oldLine += start - at;
    newLine += start - at;
    const end = endOfHunk(lines, first);
    const part = lines.slice(start, end);
    const old = part.filter(({ sign }) => sign !== '+').length;
    const fresh = part.filter(({ sign }) => sign !== '-').length;
    yield `@@ -${range(oldLine, old)} +${range(newLine, fresh)} @@\n`;
    for (const { sign, text } of oldFirst(part)) {
      yield text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`;
    }
    oldLine += old;
    newLine += fresh;
    at = end;
  }
}

/** Changes with no more than twice the context between them stand in one hunk. */
function endOfHunk(lines: readonly DiffLine[], first: number): number {
  let last = first;
  for (let k = first; k < lines.length && k - last <= 2 * context; k++) if (lines[k]?.sign !== ' ') last = k;
  return Math.min(lines.length, last + 1 + context);
}

/** Of lines that follow each other, those that go stand before those that come. */
function oldFirst(lines: readonly DiffLine[]): readonly DiffLine[] {
  const ordered: DiffLine[] = [];
  const come: DiffLine[] = [];
  for (const line of lines) {
    if (line.sign === '+') come.push(line);
    else {
      if (line.sign === ' ') ordered.push(...come.splice(0));
      ordered.push(line);
    }
  }
  return [...ordered, ...come];
}

function range(line: number, count: number): string {
  return count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;
}
