import { type Finding, finding, type Place } from '../../finding/finding.js';
import { within } from '../../questionnaire/checks/asked.js';
import { diffContext } from '../../rubric/diff/changes.js';
import { questionnaireVerdicts, rubricVerdict, type Verdict } from '../../rubric/diff/verdict.js';
import type { FilePair } from './against.js';
import type { LoadedVersion, SoundVersion } from './load-version.js';

/** What comparing some pairs of files came to. */
export interface Comparisons {
  readonly verdicts: readonly Verdict[];
  /** What is told of whole files: deleted, added, moved, or another one by now. */
  readonly ofFiles: readonly Finding[];
  /** Errors that keep a new version from being compared. */
  readonly errors: readonly Finding[];
  /** Old versions with errors, which nobody can have answered. */
  readonly unusable: readonly string[];
}

interface Single {
  readonly file: string;
  readonly version: SoundVersion;
}

/** Compares definitions with what they were. One that is gone and a new one with its id are one that was moved. */
export async function comparePairs(
  pairs: readonly FilePair[],
  load: (file: string) => Promise<LoadedVersion>,
): Promise<Comparisons> {
  const verdicts: Verdict[] = [];
  const ofFiles: Finding[] = [];
  const errors: Finding[] = [];
  const unusable: string[] = [];
  const gone: Single[] = [];
  const fresh: Single[] = [];
  for (const { old: oldFile, new: newFile, movedFrom } of pairs) {
    const old = oldFile === undefined ? undefined : await load(oldFile);
    const now = newFile === undefined ? undefined : await load(newFile);
    if (now?.kind === 'broken') errors.push(...now.findings);
    else if (old?.kind === 'broken') unusable.push(oldFile ?? '');
    else if (old === undefined || now === undefined) {
      if (old !== undefined) gone.push({ file: oldFile ?? '', version: old });
      if (now !== undefined) fresh.push({ file: newFile ?? '', version: now });
    } else if (old.kind !== now.kind || old.id !== now.id) {
      const args = { what: old.kind, from: old.id, to: now.id };
      ofFiles.push({ ...finding('definition-id-changed', idPlace(now), args), earlier: idPlace(old) });
    } else {
      verdicts.push(...verdictsOf(old, now));
      if (movedFrom !== undefined) ofFiles.push(moved(movedFrom, now));
    }
  }
  for (const { version } of fresh) {
    const at = gone.findIndex((each) => each.version.kind === version.kind && each.version.id === version.id);
    const [twin] = at === -1 ? [] : gone.splice(at, 1);
    if (twin === undefined) {
      ofFiles.push(finding('definition-added', idPlace(version), { what: version.kind, id: version.id }));
    } else {
      verdicts.push(...verdictsOf(twin.version, version));
      ofFiles.push(moved(twin.file.slice(twin.file.indexOf(':') + 1), version));
    }
  }
  for (const { version } of gone) {
    ofFiles.push(finding('definition-deleted', idPlace(version), { what: version.kind, id: version.id }));
  }
  return { verdicts: distinct(verdicts), ofFiles, errors, unusable };
}

/** The changes from one version to another of the same kind. */
export function verdictsOf(old: SoundVersion, now: SoundVersion): readonly Verdict[] {
  if (old.kind === 'questionnaire' && now.kind === 'questionnaire') {
    return questionnaireVerdicts(diffContext(old.version, now.version));
  }
  return old.kind === 'rubric' && now.kind === 'rubric' ? [rubricVerdict(old.version, now.version)] : [];
}

function moved(from: string, now: SoundVersion): Finding {
  return finding('definition-moved', idPlace(now), { what: now.kind, id: now.id, from });
}

/** A rubric is compared by itself, and again with each questionnaire that it belongs to, where most can be told. */
function distinct(verdicts: readonly Verdict[]): readonly Verdict[] {
  const byFile = new Map<string, Verdict>();
  for (const each of verdicts) {
    const key = `${each.what} ${each.new.file}`;
    const known = byFile.get(key);
    if (known === undefined || known.changes.length < each.changes.length) byFile.set(key, each);
  }
  return [...byFile.values()];
}

function idPlace(sound: SoundVersion): Place {
  const { origin } = sound.kind === 'questionnaire' ? sound.version.questionnaire : sound.version.rubric;
  return sound.version.locator.place(within(origin, 'id'));
}
