import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { confidences } from '../../response/response.js';
import type { PickedRemark } from './view.js';

/** Something that can be chosen by the digits of its key. */
export interface Item {
  readonly key: string;
  readonly value: number | string | boolean;
  readonly title: string;
  /** What it means, where that is said. */
  readonly text: string | undefined;
}

/** The answers to a question; none where its answer is typed. */
export function itemsOf(question: Question): readonly Item[] {
  switch (question.type) {
    case 'level': {
      const { levels } = question.scale;
      const areDigits = levels.every(({ value }) => /^\d{1,3}$/.test(String(value)));
      return levels.map(({ value, label, description }, i) => ({
        key: areDigits ? String(value) : String(i + 1),
        value,
        title: label.trim(),
        text: (question.wording.get(value) ?? description)?.trim(),
      }));
    }
    case 'yes_no':
      return [
        { key: '1', value: true, title: 'Yes', text: undefined },
        { key: '0', value: false, title: 'No', text: undefined },
      ];
    case 'choice':
    case 'choices':
      return numbered(question.options.map(({ id, label }) => ({ value: id, title: label })));
    case 'number':
    case 'text':
    case 'date':
      return [];
  }
}

/** What can be picked for a remark. */
export function itemsToPick(question: Question, key: PickedRemark): readonly Item[] {
  switch (key) {
    case 'target':
      return itemsOf(question);
    case 'confidence':
      return numbered(confidences.map((value) => ({ value, title: value })));
    case 'share':
      return numbered(['yes', 'no'].map((value) => ({ value, title: value })));
  }
}

export function barrierItems({ barriers }: Pick<Questionnaire, 'barriers'>): readonly Item[] {
  return numbered(barriers.map(({ id, label }) => ({ value: id, title: label })));
}

function numbered(things: readonly { readonly value: string; readonly title: string }[]): readonly Item[] {
  return things.map(({ value, title }, i) => ({
    key: String(i + 1),
    value,
    title: title.trim(),
    text: undefined,
  }));
}

/**
 * The item that a digit chooses, behind digits that were typed before: `1` and `2` are the twelfth where there is one, and
 * else change one's mind from the first to the second. Nothing where no item's key begins so.
 */
export function byDigit(
  items: readonly Item[],
  before: string,
  digit: string,
): { readonly digits: string; readonly focus: number | undefined } | undefined {
  for (const digits of [before + digit, digit]) {
    const focus = items.findIndex(({ key }) => key === digits);
    if (focus >= 0) return { digits, focus };
    if (items.some(({ key }) => key.startsWith(digits))) return { digits, focus: undefined };
  }
  return undefined;
}
