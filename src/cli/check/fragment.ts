import type { Finding } from '../../finding/finding.js';
import { fragmentChecks } from '../../questionnaire/checks/registry.js';
import { runRules } from '../../questionnaire/checks/run-rules.js';
import type { Loaded } from '../../questionnaire/load.js';
import type { DiskFiles } from '../files/files.js';

/** What is wrong with a fragment whatever includes it. */
export function checkFragment(
  { questionnaire, broken, locator, files, findings }: Loaded,
  { textOf }: DiskFiles,
): readonly Finding[] {
  if (questionnaire === undefined) return findings;
  const context = { questionnaire, broken, locator, files, textOf };
  return [...findings, ...runRules(fragmentChecks, context, findings)];
}
