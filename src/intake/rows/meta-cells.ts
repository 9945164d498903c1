import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Spot } from '../../response/reading/read-answer.js';
import { modes, type Response } from '../../response/response.js';
import { dateOrTimeOf, decimalOf, yesNoOf } from '../../response/texts/plain-values.js';

/** A response while its row is read. */
export type ResponseDraft = { -readonly [K in keyof Response]: Response[K] };

/** Reads a cell about the response itself into the draft, or says what is wrong with it, and where. Blank cells say nothing. */
export type ReadMeta = (text: string, draft: ResponseDraft, spot: () => Spot) => Finding | undefined;

export const readWave: ReadMeta = (text, draft, spot) => {
  if (text.includes('\0')) {
    const { place, name } = spot();
    return finding('answer-nul', place, { name });
  }
  draft.wave = text;
  return undefined;
};

/** One of the modes, a space or a hyphen being as good as the underscore. */
export const readMode: ReadMeta = (text, draft, spot) => {
  const written = fold(text).replace(/[ -]/g, '_');
  const mode = modes.find((known) => known === written);
  if (mode === undefined) {
    const { place, name } = spot();
    return finding('cell-unknown', place, {
      name,
      found: text,
      allowed: modes,
      suggestion: suggest(text, modes),
    });
  }
  draft.mode = mode;
  return undefined;
};

export const readCompleted: ReadMeta = (text, draft, spot) => {
  const completed = dateOrTimeOf(text);
  if (completed === undefined) {
    const { place, name } = spot();
    return finding('answer-not-a-date', place, { name, found: text });
  }
  draft.completed = completed;
  return undefined;
};

export const readParticipants: ReadMeta = (text, draft, spot) => {
  const count = decimalOf(text);
  if (count === undefined || !Number.isInteger(count) || count < 1) {
    const { place, name } = spot();
    return finding('cell-not-a-count', place, { name, found: text });
  }
  draft.participants = { count };
  return undefined;
};

export const readOfficial: ReadMeta = (text, draft, spot) => {
  const official = yesNoOf(text);
  if (official === undefined) {
    const { place, name } = spot();
    return finding('cell-unknown', place, {
      name,
      found: text,
      allowed: ['yes', 'no'],
      suggestion: undefined,
    });
  }
  draft.official = official;
  return undefined;
};
