import type { Form } from './form.js';
import type { FormFormatName } from './format-names.js';

/** A form as it is written, or why it cannot be. */
export type WrittenForm =
  | { readonly content: string | Uint8Array; readonly unfit?: undefined }
  | { readonly content?: undefined; readonly unfit: string };

/** A way to write a form down. */
export interface FormFormat {
  readonly name: FormFormatName;
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly describe: string;
  /** Whether answers have a place in it; a handout is for reading. */
  readonly fillable: boolean;
  readonly write: (form: Form) => Promise<WrittenForm>;
}
