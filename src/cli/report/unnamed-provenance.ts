import type { Provenance, ProvenanceInput } from '../../export/provenance/provenance.js';
import { count } from '../../finding/words.js';
import { sha256Of } from '../returns/digests.js';

/** Options whose values may name units other than the one that a page is about. */
const naming: readonly string[] = ['--filter', '--units', '--map', '--adjust', '--published'];

/** What figures were made of, for a page that names nobody else: files are called after others, and filters say who is left out. */
export function unnamedProvenance(provenance: Provenance): Provenance {
  const kinds = [...new Set(provenance.inputs.map(({ kind }) => kind))];
  return {
    ...provenance,
    inputs: kinds.map((kind) => together(provenance.inputs.filter((input) => input.kind === kind))),
    options: provenance.options.map(({ option, value }) => ({
      option,
      value: naming.includes(option) ? '' : value,
    })),
  };
}

/** Files of one kind as one, with a digest of their digests in ascending order, a line each; of a single file its own. */
function together(inputs: readonly ProvenanceInput[]): ProvenanceInput {
  const [first] = inputs;
  const digests = inputs.flatMap(({ digest }) => digest ?? []).toSorted();
  const digest = inputs.length === 1 ? digests[0] : `sha256:${sha256Of(digests.join('\n'))}`;
  const rows = inputs.flatMap((input) => input.rows ?? []);
  return {
    kind: first?.kind ?? 'answers',
    name: count(inputs.length, 'file'),
    ...(digest === undefined || digests.length < inputs.length ? {} : { digest }),
    ...(rows.length === 0 ? {} : { rows: rows.reduce((sum, each) => sum + each, 0) }),
  };
}
