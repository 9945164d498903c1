import type { OtherTableName } from '../comparison/tables/names.js';
import type { LeftOut, Part, Report } from './model/report.js';
import { given, title, type Words, words } from './model/words.js';
import type { ReportPart } from './parts/part.js';
import { reportParts } from './parts/registry.js';
import type { ReportSource } from './source/source.js';
import { unitNameWords } from './source/unit-words.js';
import { sayingWithheld } from './source/withheld-here.js';

/** The tables of a comparison that reports are made of, beside that of scores. */
export const reportTables: readonly OtherTableName[] = ['waves', 'talk', 'ambition', 'exchange', 'barriers'];

/** The page of a source: what its parts say, and what is left out. */
export function makeReport(source: ReportSource): Report {
  const { questionnaire, own, wave, theme, forRelease } = source;
  const parts: Part[] = [];
  const leftOut: LeftOut[] = [];
  const all: readonly (readonly [string, ReportPart])[] = Object.entries(reportParts);
  for (const [id, { topic, make, tells }] of all) {
    const content = make(source, parts);
    if ('heading' in content) {
      const { heading, blocks } = content;
      parts.push({ id, topic, heading, blocks: sayingWithheld(blocks, source, tells) });
    }
    if ('why' in content && content.why !== undefined) leftOut.push({ topic, why: content.why });
  }
  const about: readonly Words[] = [
    ...(own === undefined ? [] : [[title(questionnaire.title)]]),
    ...(wave === '' ? [] : [[given(wave)]]),
  ];
  return {
    title: own === undefined ? [title(questionnaire.title)] : unitNameWords(own.unit),
    subtitle: about.flatMap((each, at): Words => (at === 0 ? each : words`, ${each}`)),
    language: questionnaire.language,
    parts,
    leftOut,
    theme,
    forRelease,
  };
}
