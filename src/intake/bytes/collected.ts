import { Buffer } from 'node:buffer';

/** All bytes together; nothing where they are more than `most`, of which no more are asked for then. */
export async function collected(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > most) return undefined;
  }
  return Buffer.concat(parts);
}
