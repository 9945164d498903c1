import { type Finding, isError } from '../../finding/finding.js';
import type { Version } from '../../questionnaire/diff/change.js';
import { isSound } from '../../questionnaire/load.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { RubricVersion } from '../../rubric/diff/rubric-context.js';
import { makePlan } from '../../rubric/make-plan.js';
import type { Plan } from '../../rubric/plan.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadPlugins } from '../plugins/plugins.js';
import { refuseUnusable } from '../project/unusable-file.js';
import { UsageError } from '../usage-error.js';

/** One version of a questionnaire, ready to score. */
export interface QuestionnaireVersion {
  readonly kind: 'questionnaire';
  readonly id: string;
  readonly version: Version;
  readonly plan: Plan;
  /** Why plugins that the rubric names were not run, where that is so. */
  readonly refused: readonly Finding[];
}

/** One version of a definition that can be compared. */
export type SoundVersion =
  | QuestionnaireVersion
  | { readonly kind: 'rubric'; readonly id: string; readonly version: RubricVersion };

/** The same, or the errors that keep it from being compared. */
export type LoadedVersion = SoundVersion | { readonly kind: 'broken'; readonly findings: readonly Finding[] };

export interface LoadOptions {
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
}

/** Loads a questionnaire or a rubric to be compared: any error in it means that it cannot be. */
export async function loadVersion(
  file: string,
  files: DiskFiles,
  host: Host,
  options: LoadOptions,
): Promise<LoadedVersion> {
  const definition = loadDefinition(file, files);
  refuseUnusable(file, definition.findings);
  switch (definition.kind) {
    case 'questionnaire': {
      const { loaded } = definition;
      if (!isSound(loaded)) return { kind: 'broken', findings: definition.findings };
      const { questionnaire, locator } = loaded;
      const plugins = await loadPlugins(questionnaire.rubric, locator, host, options);
      const made = makePlan(questionnaire, locator, { plugins: plugins.methods });
      // A plugin that was not run is needed for scores only.
      const errors = made.findings.filter(
        (problem) => isError(problem) && !(plugins.refused && problem.rule === 'unknown-method'),
      );
      if (errors.length > 0) return { kind: 'broken', findings: [...definition.findings, ...made.findings] };
      return {
        kind: 'questionnaire',
        id: questionnaire.id,
        version: { questionnaire, locator },
        plan: made.plan,
        refused: plugins.findings,
      };
    }
    case 'rubric': {
      const { rubric, locators } = definition.loaded;
      if (rubric === undefined || definition.findings.some(isError)) {
        return { kind: 'broken', findings: definition.findings };
      }
      const locator = {
        place: ({ file, path }: RubricVersion['rubric']['origin'], part?: 'key' | 'value') =>
          locators.get(file)?.place(path, part) ?? { file, path },
        placeWithin: (
          { file, path }: RubricVersion['rubric']['origin'],
          text: string,
          start: number,
          end: number,
        ) => locators.get(file)?.placeWithin(path, text, start, end) ?? { file, path },
      };
      return { kind: 'rubric', id: rubric.id, version: { rubric, locator } };
    }
    case 'fragment':
    case 'map':
    case 'config':
    case 'theme':
      if (definition.findings.some(isError)) return { kind: 'broken', findings: definition.findings };
      throw new UsageError(
        `${file} is a ${definition.kind}`,
        'Versions of questionnaires and of rubrics can be compared; a fragment is, with the questionnaires that use it.',
      );
    case 'unknown':
      return { kind: 'broken', findings: definition.findings };
  }
}
