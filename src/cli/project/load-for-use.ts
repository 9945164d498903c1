import { type Finding, isError } from '../../finding/finding.js';
import { type Loaded, loadQuestionnaire } from '../../questionnaire/load.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { DiskFiles } from '../files/files.js';
import { refuseUnusable } from './unusable-file.js';

/** A questionnaire to be used, or the findings that say why it cannot be. */
export type Usable =
  | { readonly loaded: Loaded; readonly questionnaire: Questionnaire; readonly findings: readonly Finding[] }
  | { readonly questionnaire?: undefined; readonly findings: readonly Finding[] };

/** Loads a questionnaire for use: any error in it means that it cannot be used. */
export function loadForUse(file: string, files: DiskFiles): Usable {
  const loaded = loadQuestionnaire(file, files);
  const { questionnaire, findings } = loaded;
  refuseUnusable(file, findings);
  if (questionnaire === undefined || findings.some(isError)) return { findings };
  return { loaded, questionnaire, findings };
}
