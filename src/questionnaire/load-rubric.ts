import { textOf } from '../finding/catalogue.js';
import type { Finding } from '../finding/finding.js';
import validateRubric from '../generated/validators/rubric.js';
import { answersFile } from './definition/answers-file.js';
import { kindOf } from './definition/kind.js';
import { readDefinition } from './definition/read-definition.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml } from './definition/yaml-source.js';
import type { FileLocator } from './load.js';
import type { RubricSource } from './questionnaire.js';

export interface LoadedRubric {
  readonly rubric?: RubricSource;
  /** Why the file could not be read at all, in words; the findings then say nothing of it. */
  readonly unreadable?: string;
  /** What the file is instead of a rubric; the findings then say nothing of it. */
  readonly otherKind?: string;
  readonly locators: ReadonlyMap<string, FileLocator>;
  readonly findings: readonly Finding[];
}

/** Reads a rubric file. Whether it fits a questionnaire is for the plan to say. */
export function loadRubric(file: string, files: SourceFiles): LoadedRubric {
  const locators = new Map<string, FileLocator>();
  const read = files.read(file);
  const answers = answersFile(file, read);
  if (answers !== undefined) return { locators, findings: [], unreadable: textOf(answers) };
  if ('finding' in read) return { locators, findings: [], unreadable: textOf(read.finding) };
  const { source, findings } = parseYaml(file, read.text);
  if (source === undefined) return { locators, findings };
  const is = kindOf(source, 'rubric');
  if (is.kind === undefined) return { locators, findings: is.findings };
  if (is.kind !== 'rubric') return { locators, findings, otherKind: is.kind };
  const definitionRead = readDefinition(source, 'rubric', validateRubric);
  locators.set(file, definitionRead);
  const all = [...is.findings, ...definitionRead.findings];
  const { definition } = definitionRead;
  if (definition === undefined) return { locators, findings: all };
  const { milepost: _, kind: __, id, version, title, for: forQuestionnaire, ...body } = definition;
  const rubric: RubricSource = {
    id,
    version,
    title,
    body,
    origin: { file, path: [] },
    ...(forQuestionnaire === undefined ? {} : { for: forQuestionnaire }),
  };
  return { rubric, locators, findings: all };
}
