import { processHost } from './host.js';

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  // Asked by scripts at every turn: not worth loading a parser of options for.
  process.stdout.write(`${MILEPOST_VERSION}\n`);
} else {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough, as `head` does.
    if (error.code === 'EPIPE') process.exit(0);
    // The terminal was closed.
    if (error.code === 'EIO') process.exit(130);
    throw error;
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    // Nobody reads the remarks; what was asked for is done all the same, and its exit code stands.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
  const { run } = await import('./run.js');
  process.exitCode = await run(args, processHost(), MILEPOST_VERSION);
}
