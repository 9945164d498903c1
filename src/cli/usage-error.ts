/** What was asked for cannot be done as it was asked: the program says so and exits with 2. */
export class UsageError extends Error {
  /** What to do instead. */
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

/** A file stands in the place of another: how the command is called is said beside it. */
export class MisplacedFile extends UsageError {}
