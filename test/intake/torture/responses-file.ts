import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { milepost } from '../../support/milepost.js';
import { fileOf } from '../flavours/exports.js';
import { type ByteSpoil, byteSpoil, spoiltBytes } from './bytes.js';
import { questionnaire } from './seeds.js';
import { words } from './spoil.js';
import { ordersIn, type Row } from './witness.js';

/** A file of responses, one a line, and what happened to it. */
export interface ResponsesFile {
  readonly spoils: readonly LeafSpoil[];
  readonly byteSpoils: readonly ByteSpoil[];
}

/** Another value in place of one in a line; lines and places beyond the last begin again. */
interface LeafSpoil {
  readonly line: number;
  readonly leaf: number;
  readonly value: unknown;
}

const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...words,
    1,
    3,
    9,
    -1,
    0.5,
    true,
    false,
    null,
    [],
    {},
    ['sheets'],
    ['own', 'none'],
    [1],
  ),
  fc.constantFrom<unknown>({ value: 3 }, { non_answer: 'refused' }, { value: 2, non_answer: 'dont_know' }),
);

export const responsesFile: fc.Arbitrary<ResponsesFile> = fc.record({
  spoils: fc.array(fc.record({ line: fc.nat(9), leaf: fc.nat(40), value }), { maxLength: 4 }),
  byteSpoils: fc.array(byteSpoil, { maxLength: 1 }),
});

/** The responses of the canonical table. */
export const canonicalLines: readonly string[] = await milepost('import q.yaml a.csv', {
  files: { 'q.yaml': questionnaire, 'a.csv': fileOf('canonical.csv') },
}).then(({ out }) => out.trimEnd().split('\n'));

export function responsesBytes({ spoils, byteSpoils }: ResponsesFile): Uint8Array {
  const lines = canonicalLines.map((line, at) => {
    const own = spoils.filter((spoil) => spoil.line % canonicalLines.length === at);
    return JSON.stringify(own.reduce<unknown>(withLeaf, JSON.parse(line)));
  });
  return byteSpoils.reduce<Uint8Array>(spoiltBytes, Buffer.from(`${lines.join('\n')}\n`));
}

function withLeaf(whole: unknown, { leaf, value: put }: LeafSpoil): unknown {
  let at = leaf % Math.max(1, leavesOf(whole).length);
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node === 'object' && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
    }
    at -= 1;
    return at === -1 ? put : node;
  };
  return walk(whole);
}

function leavesOf(node: unknown): readonly unknown[] {
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(leavesOf) : [node];
}

/** What each line says, for a witness; a line that is no JSON says nothing. */
export function saidInLines(text: string): readonly Row[] {
  return text.split('\n').map((line): Row => {
    const whole = parsed(line);
    const cells = leavesOf(whole).map(String);
    const answers = memberOf(whole, 'answers');
    const known = Object.keys(Object(answers)).flatMap((question) => {
      const said = memberOf(memberOf(answers, question), 'value');
      return ['string', 'number', 'boolean'].includes(typeof said)
        ? [{ question, option: undefined, cell: String(said) }]
        : [];
    });
    return { cells, known, around: cells, orders: ordersIn(cells) };
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function memberOf(node: unknown, key: string): unknown {
  return Object.entries(Object(node)).find(([name]) => name === key)?.[1];
}
