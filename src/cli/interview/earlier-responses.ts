import { textOf } from '../../finding/catalogue.js';
import { isError } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import { earlierAnswers } from '../../interview/session/earlier-answers.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { Host } from '../host.js';
import { responseInputs } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';

const help = 'See `milepost validate`; answers to another version are carried over by `milepost migrate`.';

/** Reads the answers of an earlier wave. A response that cannot be read is an error: it may be what the room asks for. */
export async function earlierResponses(
  questionnaire: Questionnaire,
  paths: readonly string[],
  host: Host,
): Promise<ReturnType<typeof earlierAnswers>> {
  const responses: Response[] = [];
  for await (const { accepted, rejected, findings } of intake(
    questionnaire,
    await responseInputs(host, paths),
  )) {
    responses.push(...accepted.map(({ response }) => response));
    const [first] = rejected;
    if (first !== undefined) {
      const because = first.findings[0];
      throw new UsageError(
        `${first.place.file} has a response that is refused${because === undefined ? '' : `: ${textOf(because)}`}`,
        help,
      );
    }
    const fault = findings.find(isError);
    if (fault !== undefined) throw new UsageError(`--previous ${fault.file}: ${textOf(fault)}`, help);
  }
  if (responses.length === 0) {
    throw new UsageError(
      `--previous ${paths.join(' ')}: there is no response in it`,
      'Name what was answered in an earlier wave.',
    );
  }
  return earlierAnswers(questionnaire, responses);
}
