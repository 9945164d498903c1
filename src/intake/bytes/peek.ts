import { Buffer } from 'node:buffer';

/** The beginning of a stream, and the whole stream to be read all the same. */
export interface Peeked {
  readonly head: Uint8Array;
  /** Whether there is nothing behind the head. */
  readonly whole: boolean;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Looks at the first bytes, at least this many if there are. */
export async function peek(chunks: AsyncIterable<Uint8Array>, least: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size < least && !whole) {
    const next = await iterator.next();
    if (next.done === true) whole = true;
    else {
      taken.push(next.value);
      size += next.value.length;
    }
  }
  return { head: Buffer.concat(taken), whole, chunks: joined(taken, iterator) };
}

async function* joined(
  taken: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
