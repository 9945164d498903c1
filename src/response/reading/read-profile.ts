import { type Finding, finding } from '../../finding/finding.js';
import type { ProfileField } from '../../questionnaire/questionnaire.js';
import { ambiguous, type Labels, labelsOf, lookUp, nearest } from '../labels/labels.js';
import { decimalOf, nearDecimal } from '../texts/plain-values.js';
import type { Spot } from './read-answer.js';

/** What one profile field is read with. */
export interface ProfileReader {
  readonly field: ProfileField;
  readonly labels: Labels | undefined;
}

export function profileReader(field: ProfileField): ProfileReader {
  const labels =
    field.type === 'choice'
      ? labelsOf(field.options.map(({ id, label }) => ({ key: id, label })))
      : undefined;
  return { field, labels };
}

/**
 * Reads who answers from a cell's text or a typed value: nothing for a blank, or what is wrong with it. Nothing here
 * is a non-answer: an organisation may be called "NA". What a personal field holds is never told.
 */
export function readProfileValue(
  reader: ProfileReader,
  written: unknown,
  spot: Spot,
): string | number | Finding | undefined {
  const value = readValue(reader, written, spot);
  if (typeof value !== 'object' || !reader.field.personal) return value;
  return finding('personal-unreadable', spot.place, { name: spot.name, needed: needs[reader.field.type] });
}

const needs: Readonly<Record<ProfileField['type'], string>> = {
  text: 'a text',
  number: 'a number',
  choice: 'one of its options',
};

function readValue(
  { field, labels }: ProfileReader,
  written: unknown,
  { place, name }: Spot,
): string | number | Finding | undefined {
  if (written === null || written === undefined) return undefined;
  if (typeof written !== 'string' && typeof written !== 'number') {
    return finding('answer-wrong-kind', place, { name, found: written, needed: 'a text or a number' });
  }
  const text = String(written).trim();
  if (text === '') return undefined;
  if (text.includes('\0')) return finding('answer-nul', place, { name });
  if (field.type === 'number') {
    const number = decimalOf(text);
    return (
      number ?? finding('answer-not-a-number', place, { name, found: text, suggestion: nearDecimal(text) })
    );
  }
  if (labels === undefined) return field.unit ? text.replace(/\s+/g, ' ') : text;
  const found = lookUp(labels, text);
  const { allowed } = labels;
  if (found === ambiguous) return finding('answer-ambiguous', place, { name, found: text, allowed });
  if (found !== undefined) return String(found);
  return finding('answer-unknown', place, {
    name,
    found: text,
    allowed,
    nonAnswers: [],
    suggestion: nearest(labels, text),
  });
}
