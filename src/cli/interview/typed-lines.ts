import { errorCode } from '../files/file-faults.js';

/** Lines as they are typed, until there are no more, the keyboard is gone, or it is interrupted; the last may lack its end. */
export async function* typedLines(
  chunks: AsyncIterable<Uint8Array>,
  interruption: AbortSignal | undefined,
): AsyncGenerator<string> {
  const source = chunks[Symbol.asyncIterator]();
  const interrupted = new Promise<undefined>((resolve) => {
    interruption?.addEventListener('abort', () => resolve(undefined));
  });
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const chunk = await Promise.race([nextOf(source), interrupted]);
    if (chunk === undefined) break;
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '' && interruption?.aborted !== true) yield rest;
}

async function nextOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    const { value, done } = await source.next();
    return done === true ? undefined : value;
  } catch (error) {
    // A terminal that was closed is no longer there to be read.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
