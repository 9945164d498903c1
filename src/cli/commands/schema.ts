import { responseSchema } from '../../response/schema/schema.js';
import { exitCodes } from '../exit-code.js';
import { diskFiles } from '../files/files.js';
import { fileKindSchema } from '../files/schemas.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { loadForUse } from '../project/load-for-use.js';
import { UsageError } from '../usage-error.js';

export interface SchemaOptions {
  readonly of?: string;
  readonly color: boolean;
}

/** The JSON Schema of the responses to a questionnaire, or of a kind of definition file. */
export async function schema(file: string | undefined, options: SchemaOptions, host: Host): Promise<number> {
  if (options.of !== undefined) {
    if (file !== undefined) {
      throw new UsageError(
        `--of ${options.of} is the schema of a kind of file, and ${file} asks for that of its responses`,
        'Leave one of them out.',
      );
    }
    host.stdout.write(await fileKindSchema(options.of));
    return exitCodes.done;
  }
  if (file === undefined) {
    throw new UsageError(
      'name a questionnaire, or a kind of file with --of',
      'As in `milepost schema --of questionnaire`.',
    );
  }
  const files = diskFiles(host.cwd);
  const usable = loadForUse(file, files);
  if (usable.questionnaire === undefined) {
    await printFindings(usable.findings, host, files, options.color);
    return exitCodes.couldNot;
  }
  host.stdout.write(`${JSON.stringify(responseSchema(usable.questionnaire), null, 2)}\n`);
  return exitCodes.done;
}
