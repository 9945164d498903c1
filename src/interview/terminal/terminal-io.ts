/** A keyboard and a screen, and what the screen can show. */
export interface TerminalIo {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly color: boolean;
  readonly unicode: boolean;
}
