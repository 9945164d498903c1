/** What a change is made of, by the columns of the table of waves. */
export const partNames = {
  who_answered: 'Who answered',
  answers_changed: 'Answers changed',
  newly_or_no_longer_answered: 'Newly or no longer answered',
  definition_or_rubric: 'Definition or rubric',
} as const;

export const partKeys = [
  'who_answered',
  'answers_changed',
  'newly_or_no_longer_answered',
  'definition_or_rubric',
] as const satisfies readonly (keyof typeof partNames)[];
