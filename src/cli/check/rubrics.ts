import type { Finding } from '../../finding/finding.js';
import { sourceChecks } from '../../questionnaire/checks/registry.js';
import { runRules } from '../../questionnaire/checks/run-rules.js';
import { isSound, loadQuestionnaire, locatorIn } from '../../questionnaire/load.js';
import type { LoadedRubric } from '../../questionnaire/load-rubric.js';
import { checkAlone } from '../../rubric/checks/check-alone.js';
import { makePlan } from '../../rubric/make-plan.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadPlugins, type PluginOptions } from '../plugins/plugins.js';

/** What is wrong with a rubric file whatever it is used for. */
export function checkRubric(file: string, loaded: LoadedRubric, { textOf }: DiskFiles): readonly Finding[] {
  const { rubric, locators } = loaded;
  if (rubric === undefined) return loaded.findings;
  const findings = [...loaded.findings, ...checkAlone(rubric, locatorIn(locators))];
  return [...findings, ...runRules(sourceChecks, { files: [file], textOf }, findings)];
}

/** What is wrong with a rubric file for the questionnaire that it says it is for, one of the files that are checked. */
export async function checkRubricFor(
  questionnaireFile: string,
  { rubric, locators }: LoadedRubric,
  files: DiskFiles,
  options: PluginOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const loaded = loadQuestionnaire(questionnaireFile, files);
  if (rubric === undefined || !isSound(loaded)) return [];
  const { questionnaire, broken, locator: ofQuestionnaire } = loaded;
  const { file } = rubric.origin;
  if (questionnaire.rubric.origin.file === file) return [];
  const ofRubric = locatorIn(locators);
  const locator: typeof ofRubric = {
    place: (origin, part) => (origin.file === file ? ofRubric : ofQuestionnaire).place(origin, part),
    placeWithin: (origin, ...text) =>
      (origin.file === file ? ofRubric : ofQuestionnaire).placeWithin(origin, ...text),
  };
  const plugins = await loadPlugins(rubric, locator, host, options);
  const { findings } = makePlan(questionnaire, locator, { rubric, plugins: plugins.methods, broken });
  const refused = plugins.refused ? findings.filter(({ rule }) => rule !== 'unknown-method') : findings;
  return [...plugins.findings, ...refused];
}
