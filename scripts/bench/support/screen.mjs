// Streams in the place of a terminal: what a key takes until something is drawn.
import { PassThrough, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** Starts a program at such streams, and gives how to press keys at it and the milliseconds that it took over them. */
export function keysTo(start) {
  const repaints = [];
  const records = [];
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  let drawn = () => {};
  const output = Object.assign(
    new Writable({
      write: (_chunk, _encoding, written) => {
        drawn();
        written();
      },
    }),
    { isTTY: true, columns: 80, rows: 24 },
  );
  let isOver = false;
  const over = start({ input, output, recorded: (milliseconds) => records.push(milliseconds) }).finally(
    () => {
      isOver = true;
    },
  );
  const press = async (...keys) => {
    for (const key of keys) {
      if (isOver) await over.then(() => Promise.reject(new Error('The interview is over.')));
      // The first screen is drawn a moment after the start.
      if (repaints.length === 0) await setTimeout(200);
      const begin = performance.now();
      await new Promise((resolve) => {
        drawn = resolve;
        input.write(key);
      });
      repaints.push(performance.now() - begin);
    }
  };
  return { press, repaints, records };
}
