import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { groupedTables, shaping } from '../../src/cli/compare/shaping.js';
import { comparisonTableNames } from '../../src/export/comparison/tables/names.js';
import { explanationWriter } from '../../src/export/derivations/formats.js';
import { derivationFormatNames } from '../../src/export/derivations/names.js';
import { findingPrinter } from '../../src/export/findings/formats.js';
import { findingFormatNames } from '../../src/export/findings/names.js';
import { formFormats } from '../../src/export/form/formats.js';
import { tableFormats } from '../../src/export/tables/formats.js';
import { functions, signature } from '../../src/expression/functions.js';
import { keyLabel } from '../../src/interview/keys/key-label.js';
import { contexts, contextWords, keyTable } from '../../src/interview/keys/table.js';
import { followUps } from '../../src/questionnaire/questionnaire.js';
import {
  secondsOfField,
  secondsToFollowUp,
  secondsToMark,
  secondsToTalk,
  secondsToTalkMore,
} from '../../src/questionnaire/statistics/pace.js';
import { combiningMethods } from '../../src/rubric/methods/registry.js';
import { milepost, rowsOf, type Setting } from '../support/milepost.js';
import { commandNames, commandTable } from './command-tables.js';
import { findingList } from './finding-list.js';
import { root } from './pages.js';
import { questionnaireTable } from './questionnaire-table.js';
import { code, table } from './tables.js';
import { transcripts } from './transcripts.js';

type Make = () => string | Promise<string>;

/** What stands between `<!-- generated: NAME -->` and `<!-- end -->`, by name. */
export const parts: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...commandNames.map((name): [string, Make] => [`command ${name}`, () => commandTable(name)]),
  ...transcripts.map(({ name, lines }): [string, Make] => [`run ${name}`, () => transcript(lines)]),
  ['action inputs', actionInputs],
  ['explanation formats', explanationFormats],
  ['findings', findingList],
  ['finding formats', findingFormats],
  ['form formats', formFormatTable],
  ['functions', functionTable],
  ['keys', keyTables],
  ['init workflow', initWorkflow],
  ['methods', methodTable],
  ['paces', paceTable],
  ['questionnaires', questionnaireTable],
  ['table formats', tableFormatTable],
  ['table options', tableOptions],
  ['three readings', threeReadings],
]);

function actionInputs(): string {
  const { inputs }: { inputs: Readonly<Record<string, { description: string; default: string }>> } = parse(
    readFileSync(`${root}action.yml`, 'utf8'),
  );
  return table(
    ['input', 'what it says', 'default'],
    Object.entries(inputs).map(([name, { description, default: value }]) => [
      code(name),
      description,
      value === '' ? '' : code(value),
    ]),
  );
}

/** The workflow that `milepost init` writes, as it stands in the templates. */
function initWorkflow(): string {
  const text = readFileSync(`${root}templates/.github/workflows/milepost.yml`, 'utf8');
  return ['```yaml', text.trimEnd(), '```'].join('\n');
}

/** Which tables of a comparison an option shapes. */
function tableOptions(): string {
  const options = [{ option: '--by ATTRIBUTE', tables: groupedTables }, ...shaping];
  return table(
    ['option', ...comparisonTableNames.map(code)],
    options.map(({ option, tables }) => [
      code(option),
      ...comparisonTableNames.map((name) => (tables.includes(name) ? 'yes' : '')),
    ]),
  );
}

function methodTable(): string {
  return table(
    ['method', 'score', 'note'],
    combiningMethods.map(({ name, describe, needsNonNegative }) => [
      code(name),
      describe,
      needsNonNegative === true ? 'Scores that can go below 0 are an error.' : '',
    ]),
  );
}

function keyTables(): string {
  return contexts
    .map((context) => {
      const rows = keyTable.flatMap(({ keys, says }) => {
        const names = (keys[context] ?? []).map(keyLabel);
        return names.length === 0 ? [] : [[names.map(code).join(', '), says]];
      });
      return `${contextWords[context]}\n\n${table(['keys', 'what they do'], rows)}`;
    })
    .join('\n\n');
}

function functionTable(): string {
  return table(
    ['function', 'result', 'a member without a value'],
    [...functions.values()].map((each) => [
      code(signature(each)),
      each.doc,
      each.skipsMissing ? 'is passed over' : '',
    ]),
  );
}

function paceTable(): string {
  const each = (type: string) => (type === 'choices' ? ' an option' : '');
  return table(
    ['what', 'seconds to mark', 'seconds to talk'],
    [
      ...Object.entries(secondsToMark).map(([type, seconds]) => [
        code(type),
        `${seconds}${each(type)}`,
        `${new Map<string, number>(Object.entries(secondsToTalk)).get(type)}${each(type)}`,
      ]),
      ...followUps.map((each) => [
        `follow-up ${code(each)}`,
        `${secondsToFollowUp[each]}`,
        `${secondsToTalkMore[each]}`,
      ]),
      ...Object.entries(secondsOfField).map(([type, { mark, talk }]) => [
        `profile field ${code(type)}`,
        `${mark}`,
        `${talk}`,
      ]),
    ],
  );
}

function formFormatTable(): string {
  return formatTable(formFormats);
}

function tableFormatTable(): string {
  return formatTable(tableFormats);
}

function formatTable(
  formats: readonly {
    readonly name: string;
    readonly extensions: readonly string[];
    readonly describe: string;
  }[],
): string {
  return table(
    ['format', 'endings', 'what it is'],
    formats.map(({ name, extensions, describe }) => [
      code(name),
      extensions.map((extension) => code(`.${extension}`)).join(', '),
      describe,
    ]),
  );
}

async function findingFormats(): Promise<string> {
  const printers = await Promise.all(findingFormatNames.map(findingPrinter));
  return table(
    ['format', 'what it is'],
    printers.map(({ name, describe }) => [code(name), describe]),
  );
}

function explanationFormats(): string {
  return table(
    ['format', 'ending', 'what it is'],
    derivationFormatNames
      .map(explanationWriter)
      .map(({ name, extensions, describe }) => [
        code(name),
        extensions.map((extension) => code(`.${extension}`)).join(', '),
        describe,
      ]),
  );
}

/** What three rubrics make of the same answers: the areas and no overall score, a mean, phases. */
async function threeReadings(): Promise<string> {
  const command = `score questionnaires/digital-maturity.yaml examples/digital-maturity/four-authorities.csv --layout long --format csv`;
  const read = async (args: string) => rowsOf((await milepost(args, { cwd: root })).out);
  const own = await read(command);
  const overall = async (name: string) =>
    (await read(`${command} --rubric questionnaires/rubrics/digital-maturity-${name}.yaml`)).filter(
      ({ node }) => node === 'overall',
    );
  const mean = await overall('mean');
  const phases = await overall('phases');
  const areas = ['corporate_strategy', 'ict_provision', 'technology_adoption', 'data_governance', 'culture'];
  return table(
    ['authority', 'strategy', 'ICT', 'adoption', 'data', 'culture', 'overall: none', 'mean', 'phase reached'],
    mean.map(({ response_id, score = '', band }, at) => {
      const scores = new Map(
        own.filter((row) => row.response_id === response_id).map((row) => [row.node, row.score]),
      );
      const phase = phases[at];
      return [
        response_id ?? '',
        ...areas.map((area) => scores.get(area) ?? ''),
        scores.get('overall') ?? '',
        `${score}, ${band}`,
        `${phase?.score}, ${code(phase?.band ?? '')}`,
      ];
    }),
  );
}

/** What a terminal shows when some command lines are run. */
async function transcript(lines: readonly { readonly args: string; readonly setting?: Setting }[]) {
  const shown: string[] = [];
  for (const { args, setting } of lines) {
    const { out, err } = await milepost(args, setting ?? { cwd: root });
    shown.push(`$ milepost ${args}`, `${out}${err}`.trimEnd().replace(/[ ]+$/gm, ''), '');
  }
  return ['```console', shown.join('\n').trimEnd(), '```'].join('\n');
}
