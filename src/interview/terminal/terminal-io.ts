/** A keyboard and a screen, what the screen can show, and who ends it but for the keyboard. */
export interface TerminalIo {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly color: boolean;
  readonly unicode: boolean;
  /** Aborted where the program is told to end. */
  readonly interruption: AbortSignal | undefined;
}
