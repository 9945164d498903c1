import { isError } from '../../finding/finding.js';
import type { DiffContext } from '../../questionnaire/diff/change.js';
import { diffContext } from '../../rubric/diff/changes.js';
import { questionnaireVerdicts } from '../../rubric/diff/verdict.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { type Comparisons, verdictsOf } from './compare-pairs.js';
import type { LoadedVersion, SoundVersion } from './load-version.js';
import { type Returned, readReturned } from './returned.js';

/** What comparing two versions named by hand came to. */
export interface TwoCompared extends Comparisons {
  /** Both questionnaires, where a map between them can be drafted. */
  readonly context?: DiffContext;
  readonly returned?: Returned;
}

/** Compares two files; with returned answers to the old one, what they tell of it. */
export async function compareTwo(
  files: { readonly old: string; readonly new: string },
  load: (file: string) => Promise<LoadedVersion>,
  responses: readonly string[],
  host: Host,
): Promise<TwoCompared> {
  const [old, now] = [await load(files.old), await load(files.new)];
  const nothing = { verdicts: [], ofFiles: [], unusable: [] };
  if (old.kind === 'broken' || now.kind === 'broken') {
    const findings = [old, now].flatMap((each) => (each.kind === 'broken' ? each.findings : []));
    return { ...nothing, errors: findings };
  }
  mustBeOne(old, now, files);
  if (old.kind !== 'questionnaire' || now.kind !== 'questionnaire') {
    if (responses.length > 0) {
      throw new UsageError('--responses needs two questionnaires', 'A rubric by itself has no questions.');
    }
    return { ...nothing, errors: [], verdicts: verdictsOf(old, now) };
  }
  const bare = diffContext(old.version, now.version);
  if (responses.length === 0) {
    return { ...nothing, errors: [], context: bare, verdicts: questionnaireVerdicts(bare) };
  }
  const refused = [old, now].flatMap((version) => version.refused.filter(isError));
  if (refused.length > 0) return { ...nothing, errors: refused };
  const returned = await readReturned(old.plan, now.plan, bare.alignment, responses, host);
  const context = { ...bare, returned: returned.answers };
  return { ...nothing, errors: [], context, returned, verdicts: questionnaireVerdicts(context) };
}

/** Two versions of one thing can be compared, and nothing else. */
function mustBeOne(
  old: SoundVersion,
  now: SoundVersion,
  files: { readonly old: string; readonly new: string },
): void {
  if (old.kind !== now.kind) {
    throw new UsageError(
      `${files.old} is a ${old.kind} and ${files.new} is a ${now.kind}`,
      'Name two versions of one questionnaire, or of one rubric.',
    );
  }
  if (old.id !== now.id) {
    throw new UsageError(
      `${files.old} is the ${old.kind} \`${old.id}\` and ${files.new} is \`${now.id}\``,
      'Two versions have one id. If it was changed, no answer to the old one can be read with the new one: change it back.',
    );
  }
}
