import type { FormFormat } from '../../export/form/form-format.js';
import { formFormatForFile, formFormats } from '../../export/form/formats.js';
import { and } from '../../finding/words.js';
import { checkPlaceholders } from '../output/placeholders.js';
import { UsageError } from '../usage-error.js';
import type { FormCommandOptions } from './options.js';

/** The format of the file that is to be written, where the other options can go together with it and with each other. */
export function formatFor(options: FormCommandOptions): FormFormat {
  const { output } = options;
  const format = formFormatForFile(output);
  if (format !== undefined) {
    refuseContradictions(options, format);
    return format;
  }
  const endings = formFormats.flatMap(({ extensions }) => extensions).map((ending) => `.${ending}`);
  throw new UsageError(
    `the ending of ${output} names no format for a form`,
    `Use one of ${and(endings).replace(' and ', ' or ')}.`,
  );
}

function refuseContradictions(options: FormCommandOptions, { fillable, name }: FormFormat): void {
  const { from, only, output } = options;
  if (only !== undefined && from === undefined) {
    throw new UsageError(
      '--only needs --from',
      'It leaves out what the responses named there have answered.',
    );
  }
  if (options.for !== undefined && from !== undefined) {
    throw new UsageError(
      '--for and --from cannot go together',
      '--from writes a form for each response, and takes the units from there.',
    );
  }
  if (options.for !== undefined && options.units !== undefined) {
    throw new UsageError('--for and --units are one register', 'The one named by --for is used for both.');
  }
  if (from !== undefined && !fillable) {
    throw new UsageError(
      `a handout (.${name}) has no place for answers`,
      'Write .xlsx or .csv, or leave --from out.',
    );
  }
  checkPlaceholders(output, { '{unit}': 'the id of a unit', '{id}': 'that of a response' });
  if (output.includes('{unit}') && options.for === undefined) {
    throw new UsageError(`{unit} in ${output} stands for nothing`, 'Name the units with --for units.csv.');
  }
  if (output.includes('{id}') && from === undefined) {
    throw new UsageError(
      `{id} in ${output} stands for nothing`,
      'Name responses with --from responses.jsonl.',
    );
  }
}
