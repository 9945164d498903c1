import type { Name, Root } from '../../expression/expression.js';
import { isBroken } from '../../questionnaire/broken.js';
import { answersRoot, profileRoot, unknownName } from '../../questionnaire/scope.js';
import { bandOf } from '../bands.js';
import type { RubricContext } from '../plan/rubric-context.js';
import type { Band, Frame } from '../plan.js';

/** A figure that expressions can name. */
export interface Figure {
  readonly slot: number;
  readonly bands: readonly Band[];
}

const given = (frame: Frame) => frame.given;

/** `answers.<question>` */
export function answers({ questions, broken }: RubricContext): Root<Frame> {
  return answersRoot({ questions, broken }, given);
}

/** `profile.<field>` */
export function profile({ questionnaire, broken }: RubricContext): Root<Frame> {
  return profileRoot(new Map(questionnaire.profile.map((field) => [field.id, field])), broken, given);
}

/** The figures that an expression may name, and those that it may not yet. */
export interface Figures {
  readonly known: ReadonlyMap<string, Figure>;
  readonly broken: ReadonlySet<string>;
  /** Worked out only later. */
  readonly later?: ReadonlySet<string>;
}

function figuresRoot({ known, broken, later }: Figures, name: (figure: Figure) => Name<Frame>): Root<Frame> {
  return {
    names: () => known.keys(),
    resolve: (id) => {
      const figure = known.get(id);
      if (figure !== undefined) return name(figure);
      if (later?.has(id) === true)
        return { refused: `\`${id}\` is worked out only after this one, or is this one` };
      return isBroken(broken, id) ? unknownName : undefined;
    },
  };
}

function scoreAt(frame: Frame, slot: number): number | undefined {
  const score = frame.scores[slot];
  return score === undefined || Number.isNaN(score) ? undefined : score;
}

/** `scores.<node>`, each as `seen`: conditions look at 15 digits of it, as thresholds do. */
export function scores(figures: Figures, seen: (score: number) => number = (score) => score): Root<Frame> {
  return figuresRoot(figures, ({ slot }) => ({
    type: { kind: 'number' },
    read: (frame) => {
      const score = scoreAt(frame, slot);
      return score === undefined ? undefined : seen(score);
    },
  }));
}

/** `bands.<node>`: the id of its band. */
export function bands(figures: Figures): Root<Frame> {
  return figuresRoot(figures, ({ slot, bands: list }) => ({
    type: { kind: 'text', oneOf: list.map((band) => band.id) },
    read: (frame) => bandOf(frame.scores[slot] ?? Number.NaN, list)?.id,
  }));
}

/** `ratings.<node>`: the value of its band. */
export function ratings(figures: Figures): Root<Frame> {
  return figuresRoot(figures, ({ slot, bands: list }) => ({
    type: { kind: 'number' },
    read: (frame) => bandOf(frame.scores[slot] ?? Number.NaN, list)?.value,
  }));
}
