import type { Batch } from '../batch.js';
import type { Session, SourceFile } from '../session.js';

/** A way in which rows or responses are packed into the bytes of a text file. */
export interface Container {
  readonly name: string;
  /** Whether a file is of this kind, by its name and its first bytes. */
  readonly recognises: (name: string, head: Uint8Array, whole: boolean) => boolean;
  readonly read: (
    session: Session,
    file: SourceFile,
    chunks: AsyncIterable<Uint8Array>,
  ) => AsyncGenerator<Batch>;
}
