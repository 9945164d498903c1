import { movesRecords, movesTable } from '../../export/comparison/moves.js';
import type { Supplement } from '../../export/findings/printer.js';
import { terminal } from '../../export/tables/writers/terminal.js';
import type { Finding } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import type { Effect } from '../../questionnaire/diff/change.js';
import { isHonouredFor, type Verdict } from '../../rubric/diff/verdict.js';
import type { Comparisons } from './compare-pairs.js';
import type { Returned } from './returned.js';

/** What is told, and which of it makes the run fail unless `--fail-on` says otherwise. */
export interface Told {
  readonly counted: readonly Finding[];
  /** Changes that the version number says are there: to be known, and nothing to mend. */
  readonly honoured: readonly Finding[];
}

export function toldOf({ verdicts, ofFiles }: Comparisons): Told {
  const honoured: Finding[] = [];
  const counted: Finding[] = [...ofFiles];
  for (const verdict of verdicts) {
    for (const change of verdict.changes) {
      if (isHonouredFor(change.effect, verdict)) honoured.push({ ...change, severity: 'info' });
      else counted.push(change);
    }
    counted.push(...verdict.ofVersion);
  }
  return { counted, honoured };
}

/** What stands beside the changes: versions and steps, and how scores would move. */
export function supplementOf(
  { verdicts }: Comparisons,
  returned: Returned | undefined,
  unicode: boolean,
): Supplement {
  const comparisons = verdicts.map(({ what, id, old, new: now, changes, due, isHonoured }) => ({
    what,
    id,
    old,
    new: now,
    ...tally(changes.map(({ effect }) => effect)),
    due,
    honoured: isHonoured,
  }));
  return {
    members: {
      comparisons,
      ...(returned === undefined
        ? {}
        : {
            responses: returned.rows.accepted,
            refused: returned.rows.refused,
            duplicates: returned.rows.duplicates,
            scores: movesRecords(returned.moves),
          }),
    },
    text: (width, color) =>
      returned === undefined ? '' : terminal.write(movesTable(returned.moves), { color, width, unicode }),
  };
}

/** A line for each definition that differs, and one where none does. */
export function summaryLines({ verdicts, ofFiles, unusable }: Comparisons): readonly string[] {
  const changed = verdicts.filter(({ changes, ofVersion }) => changes.length + ofVersion.length > 0);
  const lines = changed.map(line);
  const files = ofFiles.filter(({ rule }) => rule !== 'definition-moved').length;
  if (files > 0) lines.push(`${count(files, 'file')} added, deleted or replaced.`);
  if (lines.length === 0) lines.push('Nothing changed that touches answers, scores or texts.');
  for (const file of unusable) lines.push(`${file} has errors and was not compared: nobody could answer it.`);
  return lines;
}

function line({ id, old, new: now, changes, due, isHonoured }: Verdict): string {
  const { breaking, notable, safe } = tally(changes.map(({ effect }) => effect));
  const counts = `${breaking} breaking, ${notable} notable, ${safe} safe`;
  const versions =
    old.version === now.version ? `${now.version} as before` : `${old.version} → ${now.version}`;
  if (due === 'none') return `${id}: ${counts}; version ${versions}.`;
  const verdict = isHonoured ? 'honours it' : 'does not honour it';
  return `${id}: ${counts}; a ${due} step is due, and version ${versions} ${verdict}.`;
}

function tally(effects: readonly Effect[]): Readonly<Record<Effect, number>> {
  const of = (effect: Effect) => effects.filter((each) => each === effect).length;
  return { breaking: of('breaking'), notable: of('notable'), safe: of('safe') };
}
