import type { Rejected } from '../../../intake/batch.js';
import { rejectKey } from '../../../intake/columns/reject-columns.js';
import { whereOf, whyOf } from './tables.js';

/**
 * Refused responses that came as JSON, one a line as they came, each with where it stood and why it was refused, which
 * intake knows and passes over. A line that is no object has no place for that.
 */
export function rejectsJsonl(rejected: readonly Rejected[]): string {
  const lines = rejected.flatMap(({ json, place, ...reject }) =>
    json === undefined ? [] : [labelled(json, { where: whereOf(place), why: whyOf(reject) })],
  );
  return lines.map((line) => `${line}\n`).join('');
}

function labelled(json: string, label: { readonly where: string; readonly why: string }): string {
  const written = parsed(json);
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return json;
  return JSON.stringify({ [rejectKey]: label, ...Object.fromEntries(membersOf(written)) });
}

/** Without the label that it has from a file of rejects before. */
function membersOf(written: object): readonly [string, unknown][] {
  return Object.entries(written).filter(([key]) => key !== rejectKey);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
