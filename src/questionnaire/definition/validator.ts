import type { ErrorObject } from 'ajv';

/** A validator compiled from a schema, as ajv makes them. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: ErrorObject[] | null;
}
