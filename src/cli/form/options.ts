import type { CarryOptions } from '../carry/read-instruments.js';
import type { FailOn } from '../exit-code.js';

export interface FormCommandOptions extends CarryOptions {
  readonly output: string;
  readonly set: readonly string[];
  readonly wave?: string;
  readonly units?: string;
  readonly for?: string;
  readonly from?: string;
  readonly only?: 'open';
  readonly failOn: FailOn;
  readonly color: boolean;
}
