/** The kinds of definition files. */
export const kinds = ['questionnaire', 'fragment', 'rubric', 'map', 'config'] as const;
export type Kind = (typeof kinds)[number];
