import type { ErrorObject } from 'ajv';
import type { Path } from '../../finding/finding.js';
import { pathOfPointer } from './tree.js';
import type { Validator } from './validator.js';

/** One of ajv's errors: where, and, where it is about a key's form, which key. */
export interface SchemaError {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly key?: string;
}

/** What is wrong with data by its schema. Errors that only sum up others are left out. */
export function schemaErrors(validate: Validator<unknown>, data: unknown): readonly SchemaError[] {
  if (validate(data)) return [];
  const errors: SchemaError[] = [];
  for (const error of validate.errors ?? []) {
    const { keyword, params } = error;
    const path = pathOfPointer(error.instancePath, data);
    if (keyword === 'propertyNames') nameKey(errors, error, String(params.propertyName));
    else if (keyword !== 'if') errors.push({ keyword, params, path });
  }
  return errors;
}

/** An error of a key says nothing of the key; the one that sums it up, just behind it, does. */
function nameKey(errors: SchemaError[], { instancePath }: ErrorObject, key: string): void {
  for (let i = errors.length - 1; i >= 0; i--) {
    const error = errors[i];
    if (error === undefined || error.key !== undefined || !['pattern', 'not'].includes(error.keyword)) return;
    if (error.path.length !== instancePath.split('/').length - 1) return;
    errors[i] = { ...error, key };
  }
}
