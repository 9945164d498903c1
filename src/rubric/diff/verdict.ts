import { type Effect, severities } from '../../finding/catalogue/changes/change-rule.js';
import { type Finding, finding, type Place } from '../../finding/finding.js';
import { within } from '../../questionnaire/checks/asked.js';
import type { Change, DiffContext } from '../../questionnaire/diff/change.js';
import { honours, type Step, stepDue, versionAfter } from '../../questionnaire/diff/version-step.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import { questionnaireChanges, rubricChanges } from './changes.js';
import type { RubricVersion } from './rubric-context.js';

/** One file, with what it says it is. */
export interface Edition {
  readonly file: string;
  readonly version: string;
}

/** What two versions of one definition come to. */
export interface Verdict {
  readonly what: 'questionnaire' | 'rubric';
  readonly id: string;
  readonly old: Edition;
  readonly new: Edition;
  readonly changes: readonly Change[];
  /** The step that the changes ask for. */
  readonly due: Step;
  readonly isHonoured: boolean;
  /** What is told of the version number. */
  readonly ofVersion: readonly Finding[];
}

const effects: readonly Effect[] = ['breaking', 'notable', 'safe'];

/** Whether the new version number is far enough from the old one for a change of this effect. */
export function isHonouredFor(effect: Effect, { old, new: now }: Pick<Verdict, 'old' | 'new'>): boolean {
  return honours(stepDue(effect, old.version), old.version, now.version);
}

/**
 * Compares two versions of a questionnaire. A rubric in a file of its own has a version of its own, which answers for the
 * changes in that file.
 */
export function questionnaireVerdicts(context: DiffContext): readonly Verdict[] {
  const [old, now] = [context.old.questionnaire, context.new.questionnaire];
  const all = questionnaireChanges(context);
  const [one, other] = [old.rubric, now.rubric];
  const isApart = one.origin.path.length === 0 && other.origin.path.length === 0 && one.id === other.id;
  const rubricFiles = isApart ? [one.origin.file, other.origin.file] : [];
  const own = all.filter(({ file }) => !rubricFiles.includes(file));
  const digest = questionnaireDigest(old) !== questionnaireDigest(now);
  return [
    verdict({
      what: 'questionnaire',
      id: now.id,
      old: { file: old.origin.file, version: old.version },
      new: { file: now.origin.file, version: now.version },
      changes: own,
      place: context.new.locator.place(within(now.origin, 'version')),
      digest,
    }),
    ...(isApart && one.origin.file !== other.origin.file
      ? [
          ofRubrics(
            { rubric: one, locator: context.old.locator },
            { rubric: other, locator: context.new.locator },
            all.filter(({ file }) => rubricFiles.includes(file)),
          ),
        ]
      : []),
  ];
}

/** Compares two versions of a rubric by itself. */
export function rubricVerdict(old: RubricVersion, now: RubricVersion): Verdict {
  return ofRubrics(old, now, rubricChanges(old, now));
}

function ofRubrics(old: RubricVersion, now: RubricVersion, changes: readonly Change[]): Verdict {
  return verdict({
    what: 'rubric',
    id: now.rubric.id,
    old: { file: old.rubric.origin.file, version: old.rubric.version },
    new: { file: now.rubric.origin.file, version: now.rubric.version },
    changes,
    place: now.locator.place(within(now.rubric.origin, 'version')),
    digest: false,
  });
}

interface Compared extends Pick<Verdict, 'what' | 'id' | 'old' | 'new' | 'changes'> {
  /** Where the new version number stands. */
  readonly place: Place;
  /** Whether what gives answers their meaning has another digest. */
  readonly digest: boolean;
}

function verdict({ place, digest, ...compared }: Compared): Verdict {
  const { old, new: now, changes } = compared;
  const present = effects.filter((effect) => changes.some((change) => change.effect === effect));
  const [worst] = present;
  const due = stepDue(worst, old.version);
  const missed = present.find((effect) => !isHonouredFor(effect, compared));
  const ofVersion: Finding[] = [];
  if (worst !== undefined && missed !== undefined) {
    const args = {
      effect: worst,
      old: old.version,
      found: now.version,
      due: versionAfter(due, old.version),
      digest,
    };
    ofVersion.push({ ...finding('version-step-due', place, args), severity: severities[missed] });
  } else if (digest && old.version === now.version) {
    ofVersion.push(finding('digest-changed', place, { version: now.version }));
  }
  return { ...compared, due, isHonoured: missed === undefined, ofVersion };
}
