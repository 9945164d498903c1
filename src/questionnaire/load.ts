import { type Finding, finding, isError, type Path, type Place } from '../finding/finding.js';
import type { QuestionnaireDefinition } from '../generated/definitions.js';
import validateQuestionnaire from '../generated/validators/questionnaire.js';
import { nameless } from './broken.js';
import { buildDimensions } from './build/dimensions.js';
import { readFragments } from './build/fragments.js';
import { namespace } from './build/namespace.js';
import { type Part, partOf } from './build/part.js';
import { references } from './build/references.js';
import { addShared, emptyShared } from './build/shared.js';
import { addWords } from './build/words.js';
import { reportMissingRecommended } from './checks/while-loading/missing-recommended.js';
import { answersFile } from './definition/answers-file.js';
import { kindOf } from './definition/kind.js';
import { readDefinition } from './definition/read-definition.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml } from './definition/yaml-source.js';
import { loadRubric } from './load-rubric.js';
import type { Origin, Questionnaire, RubricSource } from './questionnaire.js';

/** Places in the files that a questionnaire was made of. */
export interface Locator {
  readonly place: (origin: Origin, part?: 'key' | 'value') => Place;
  readonly placeWithin: (origin: Origin, text: string, start: number, end: number) => Place;
}

/** Places in files by the locators of each. */
export function locatorIn(locators: ReadonlyMap<string, FileLocator>): Locator {
  return {
    place: ({ file, path }, part) => locators.get(file)?.place(path, part) ?? { file, path },
    placeWithin: ({ file, path }, text, start, end) =>
      locators.get(file)?.placeWithin(path, text, start, end) ?? { file, path },
  };
}

export interface Loaded {
  /** What could be made of the file: complete where no finding is an error, and not to be used for scores otherwise. */
  readonly questionnaire?: Questionnaire;
  /** Names that were defined with errors: using them is no error of its own. */
  readonly broken: ReadonlySet<string>;
  readonly locator: Locator;
  /** Every file that it names, itself first, those that cannot be read among them. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads a questionnaire from YAML, with the fragments and the rubric that it names. */
export function loadQuestionnaire(file: string, given: SourceFiles): Loaded {
  const named = new Set<string>();
  const files: SourceFiles = {
    ...given,
    read: (path) => {
      named.add(path);
      return given.read(path);
    },
  };
  const locators = new Map<string, FileLocator>();
  const locator = locatorIn(locators);
  const findings: Finding[] = [];
  const nothing = (): Loaded => ({ broken: new Set(), locator, files: [...named], findings });

  const read = files.read(file);
  const answers = answersFile(file, read);
  if (answers !== undefined) {
    findings.push(answers);
    return nothing();
  }
  if ('finding' in read) {
    findings.push(read.finding);
    return nothing();
  }
  const { source, findings: yaml } = parseYaml(file, read.text);
  findings.push(...yaml);
  if (source === undefined) return nothing();
  const is = kindOf(source, 'questionnaire');
  findings.push(...is.findings);
  if (is.kind !== undefined && is.kind !== 'questionnaire') {
    const place = { file, path: ['kind'], range: source.locate(['kind']) };
    findings.push(finding('wrong-kind', place, { found: is.kind, needed: 'questionnaire' }));
  }
  if (is.kind !== 'questionnaire') return nothing();
  const definitionRead = readDefinition(source, 'questionnaire', validateQuestionnaire);
  findings.push(...definitionRead.findings);
  locators.set(file, definitionRead);
  const { definition } = definitionRead;
  if (definition === undefined) return nothing();

  const part = partOf(file, definitionRead, findings);
  const names = namespace();
  const fragments = readFragments(definition, part, { files, findings, locators });
  const parts = [...fragments, { definition, part }];
  const used = references(definition);
  const shared = emptyShared(used, fragments.length === (definition.use ?? []).length);
  const hasYesNo = used.type.has('yes_no');
  for (const one of parts) addWords(shared, one.definition, one.part, hasYesNo);
  for (const one of parts) addShared(shared, one.definition, one.part, names);
  const broken = new Set([...shared.broken, ...part.broken]);
  const nonAnswers = definition.non_answers ?? ['dont_know', 'not_applicable'];
  const { dimensions, questions } = buildDimensions(definition.dimensions, {
    part,
    shared,
    names,
    nonAnswers,
    broken,
  });
  const origin = part.origin(definition);
  reportMissingRecommended(definition, part);
  const rubric = rubricOf(definition, part, { files, findings, locators });
  if (typeof definition.rubric === 'object') {
    for (const index of rubric.body.indices ?? []) {
      if (!names.claim(index.id, 'index', part.origin(index, 'id'), part)) broken.add(nameless);
    }
  }
  const { description, notice, licence } = definition;
  const questionnaire: Questionnaire = {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    ...(description === undefined ? {} : { description }),
    ...(notice === undefined ? {} : { notice }),
    ...(licence === undefined ? {} : { licence }),
    sources: definition.sources ?? [],
    language: definition.language ?? 'en',
    profile: [...shared.profile.values()],
    scales: [...shared.scales.values()],
    optionLists: [...shared.optionLists.values()],
    barriers: [...shared.barriers.values()],
    themes: [...shared.themes.values()],
    privacy: { minGroup: definition.privacy?.min_group ?? 0, count: definition.privacy?.count ?? 'people' },
    prompts: { ...definition.prompts },
    nonAnswerWords: shared.words,
    nonAnswers,
    dimensions,
    questions,
    rubric,
    examples: (definition.examples ?? []).map((example) => ({
      definition: example,
      origin: part.origin(example),
    })),
    origin,
  };
  return { questionnaire, broken, locator, files: [...named], findings };
}

/** Whether a questionnaire may be used: it is there, and nothing in its files is an error. */
export function isSound(loaded: Loaded): loaded is Loaded & { readonly questionnaire: Questionnaire } {
  return loaded.questionnaire !== undefined && !loaded.findings.some(isError);
}

interface RubricContext {
  readonly files: SourceFiles;
  readonly findings: Finding[];
  readonly locators: Map<string, FileLocator>;
}

/** The rubric, written here or in a file of its own; the defaults where there is none. */
function rubricOf(
  definition: QuestionnaireDefinition,
  part: Part,
  { files, findings, locators }: RubricContext,
): RubricSource {
  const { id, version, title, rubric = {} } = definition;
  const own = { id, version, title, origin: part.origin(definition, 'rubric') };
  if (typeof rubric !== 'string') return { ...own, body: rubric };
  const origin = part.origin(definition, 'rubric');
  const loaded = loadRubric(files.resolve(part.file, rubric), files);
  findings.push(...loaded.findings);
  for (const [file, locator] of loaded.locators) locators.set(file, locator);
  if (loaded.unreadable !== undefined) {
    part.report('included-file', origin, { file: rubric, reason: loaded.unreadable });
  }
  if (loaded.otherKind !== undefined) {
    part.report('included-kind', origin, { file: rubric, found: loaded.otherKind, needed: 'rubric' });
  }
  return loaded.rubric ?? { ...own, body: {} };
}

export interface FileLocator {
  readonly place: (path: Path, part?: 'key' | 'value') => Place;
  readonly placeWithin: (path: Path, text: string, start: number, end: number) => Place;
}
