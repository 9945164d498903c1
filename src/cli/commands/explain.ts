import { extname } from 'node:path';
import { collector } from '../../compare/collect.js';
import { type Unit, unitName } from '../../compare/comparison.js';
import { adjustmentsBehind } from '../../compare/explain/adjustments-behind.js';
import { carriedBehind } from '../../compare/explain/carried-behind.js';
import { type FocusTarget, focus, unitsOf } from '../../compare/explain/focus.js';
import { nextUnitBand } from '../../compare/explain/next-band.js';
import { deriveUnit } from '../../compare/explain/unit-derivation.js';
import { explanationWriter } from '../../export/derivations/formats.js';
import type { DerivationFormat } from '../../export/derivations/names.js';
import { suggest } from '../../finding/suggest.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { nextBand } from '../../rubric/next-band/next-band.js';
import type { Plan } from '../../rubric/plan.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles, writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { whatToRead } from '../project/what-to-read.js';
import { readReturns, wantsProgress } from '../returns/progress.js';
import { type ReturnsOptions, returnsToRead } from '../returns/returns.js';
import { returnsLine } from '../returns/returns-line.js';
import { prepare, type ScoringOptions } from '../scoring/prepare.js';
import { scoreAll } from '../scoring/scoring.js';
import { registeredNames } from '../units/registered-names.js';
import { namedUnit, unitNotFound, unitsNamed } from '../units/units-named.js';
import { UsageError } from '../usage-error.js';

export interface ExplainOptions extends ScoringOptions, ReturnsOptions {
  /** `field=name`, outermost first. */
  readonly unit: readonly string[];
  readonly response?: string;
  readonly wave?: string;
  /** The overall figure where it is not said. */
  readonly node?: string;
  /** How many levels below a unit are laid open. */
  readonly depth: number;
  readonly format?: DerivationFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** The arithmetic behind one figure. */
export async function explain(args: readonly string[], options: ExplainOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  const writer = explanationWriter(formatOf(options));
  const toRead = await whatToRead(args, options, host, files);
  const prepared = await prepare(toRead.questionnaire, files, host, options, 'questions');
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const asked = targetOf(options, prepared.questionnaire);
  const { node = 'overall' } = options;
  for (const plan of prepared.plans) checkNode(node, plan, options.node === undefined);
  const returns = await returnsToRead(prepared.questionnaire, toRead, options, host, files);
  if (returns === undefined) return exitCodes.couldNot;
  const target = {
    ...asked,
    units: registeredNames(asked.units, returns.register, prepared.questionnaire),
  };
  const kept = focus(target);
  const expected = returns.units.all.map(({ path }) => path);
  const collectors = prepared.plans.map((plan) => collector(plan, expected));
  const batches = readReturns(
    prepared.questionnaire,
    returns,
    host,
    wantsProgress(host, options.color, false),
  );
  const tally = await scoreAll(prepared, batches, ({ response, cards }) => {
    // A unit's figures depend on nothing but what is below it.
    if (!kept.add(response)) return;
    for (const [i, card] of cards.entries()) collectors[i]?.add(response, card);
  });
  const written: string[] = [];
  for (const { finish } of collectors) {
    const comparison = finish();
    const { plan } = comparison;
    const units = unitsOf(comparison, target);
    if (units.length === 0) throw unitNotFound(target, kept, returns.register?.file);
    for (const unit of units) {
      const derivation = deriveUnit(plan, unit, node, { depth: options.depth, kept });
      if (derivation === undefined) continue;
      const response = kept.find(unit);
      const next =
        unit.response === undefined
          ? nextUnitBand(plan, unit, node, kept)
          : response === undefined
            ? undefined
            : nextBand(plan, response, node);
      written.push(
        writer.write({
          plan,
          subject: subjectOf(unit),
          wave: unit.wave,
          derivation,
          adjustments: adjustmentsBehind(plan, unit, node, kept),
          carried: carriedBehind(plan, unit, node, kept),
          ...(next === undefined ? {} : { nextBand: next }),
        }),
      );
    }
  }
  const text = written.join('\n');
  if (options.output === undefined) host.stdout.write(text);
  else writeWhole(host.cwd, options.output, [text]);
  await printFindings(tally.findings, host, files, options.color);
  host.stderr.write(`${returnsLine(tally.rows, 'scored')}\n`);
  return exitCode(
    {
      findings: [...prepared.findings, ...returns.findings, ...tally.findings],
      rejected: tally.rows.rejected,
    },
    options.failOn,
  );
}

function subjectOf(unit: Unit): string {
  return unit.response ?? unitName(unit);
}

function formatOf({ format, output }: ExplainOptions): DerivationFormat {
  if (format !== undefined) return format;
  if (output === undefined) return 'text';
  const named = formatsByEnding[extname(output).toLowerCase()];
  if (named !== undefined) return named;
  throw new UsageError(
    `the ending of ${output} names no format of an explanation`,
    `Use --format, or one of ${Object.keys(formatsByEnding).join(', ')}.`,
  );
}

const formatsByEnding: Readonly<Record<string, DerivationFormat>> = {
  '.txt': 'text',
  '.json': 'json',
  '.md': 'md',
  '.markdown': 'md',
};

/** The unit or response asked for. */
function targetOf({ unit, response, wave }: ExplainOptions, questionnaire: Questionnaire): FocusTarget {
  const units = unitsNamed(unit.map(namedUnit), questionnaire, 'use --response ID');
  if (unit.length === 0 && response === undefined) {
    throw new UsageError(
      'say whose figure to explain',
      'With --unit FIELD=NAME, or --response ID for one response.',
    );
  }
  return {
    units,
    ...(response === undefined ? {} : { response }),
    ...(wave === undefined ? {} : { wave }),
  };
}

function checkNode(id: string, { nodes, indices }: Plan, isUnsaid: boolean): void {
  const known = [...nodes, ...indices].map((figure) => figure.id);
  if (known.includes(id)) return;
  const meant = suggest(id, known);
  const figures = nodes
    .filter(({ kind }) => kind !== 'question')
    .map((node) => node.id)
    .concat(indices.map((index) => index.id));
  throw new UsageError(
    isUnsaid
      ? 'say which figure to explain with --node: there is none over all'
      : `--node ${id}: there is no such figure${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    `Figures: ${figures.join(', ')}; and any scored question.`,
  );
}
