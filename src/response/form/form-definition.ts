import { Buffer } from 'node:buffer';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { answerDefinition } from '../../questionnaire/answer-definition.js';
import { isSound, loadQuestionnaire } from '../../questionnaire/load.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';

/** In characters: what a cell holds, with room for programs that hold less. */
const longest = 30_000;
/** In bytes, unpacked. */
const largest = 16 << 20;

/** What a form's questionnaire asks, as texts that cells can hold: its definition as JSON, deflated, in base64. */
export function packedDefinition(questionnaire: Questionnaire): readonly string[] {
  const json = JSON.stringify(answerDefinition(questionnaire));
  const packed = deflateRawSync(Buffer.from(json, 'utf8')).toString('base64');
  return packed.match(new RegExp(`.{1,${longest}}`, 'g')) ?? [];
}

/** The questionnaire that was packed; nothing where that cannot be made out. Findings about it name the file. */
export function unpackedDefinition(texts: readonly string[], file: string): Questionnaire | undefined {
  const text = inflated(texts.join(''));
  if (text === undefined) return undefined;
  const loaded = loadQuestionnaire(file, {
    read: () => ({ text }),
    resolve: (_, relative) => relative,
  });
  return isSound(loaded) ? loaded.questionnaire : undefined;
}

function inflated(base64: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: largest }).toString('utf8');
  } catch {
    // Cut off, or changed by hand.
    return undefined;
  }
}
