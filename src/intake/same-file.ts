import { finding } from '../finding/finding.js';
import { type Batch, emptyBatch } from './batch.js';

/**
 * What a file comes to that has the same bytes as one before: all that it holds is a duplicate, whatever it would have been
 * by itself, and that is told once.
 */
export async function* asSameFile(
  name: string,
  other: string,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  let responses = 0;
  for await (const batch of batches) {
    const rejected = [...batch.accepted, ...batch.rejected].map(({ place }) => ({
      place,
      because: 'same-file' as const,
      findings: [],
    }));
    responses += rejected.length;
    yield { ...batch, accepted: [], rejected, findings: [] };
  }
  yield { ...emptyBatch(name), findings: [finding('same-file', { file: name }, { other, responses })] };
}
