import type { Finding } from '../finding/finding.js';
import validateFragment from '../generated/validators/fragment.js';
import { namespace } from './build/namespace.js';
import { partOf } from './build/part.js';
import { addShared, emptyShared } from './build/shared.js';
import { addWords } from './build/words.js';
import { readDefinition } from './definition/read-definition.js';
import type { YamlSource } from './definition/yaml-source.js';
import { type Loaded, locatorIn } from './load.js';

/** Reads a fragment by itself, as a questionnaire that asks nothing. `before` is what is wrong with it so far. */
export function loadFragment(source: YamlSource, before: readonly Finding[]): Loaded {
  const { file } = source;
  const read = readDefinition(source, 'fragment', validateFragment);
  const findings: Finding[] = [...before, ...read.findings];
  const base = { broken: read.broken, locator: locatorIn(new Map([[file, read]])), files: [file], findings };
  const { definition } = read;
  if (definition === undefined) return base;
  const shared = emptyShared();
  const part = partOf(file, read, findings);
  addWords(shared, definition, part, false);
  addShared(shared, definition, part, namespace());
  const questionnaire = {
    id: '',
    version: '',
    title: '',
    sources: [],
    language: 'en',
    profile: [...shared.profile.values()],
    scales: [...shared.scales.values()],
    optionLists: [...shared.optionLists.values()],
    barriers: [...shared.barriers.values()],
    themes: [...shared.themes.values()],
    privacy: { minGroup: 0, count: 'people' as const },
    prompts: {},
    nonAnswerWords: shared.words,
    dimensions: [],
    questions: [],
    nonAnswers: [],
    rubric: { id: '', version: '', title: '', body: {}, origin: { file, path: [] } },
    examples: [],
    origin: { file, path: [] },
  };
  return { ...base, questionnaire };
}
