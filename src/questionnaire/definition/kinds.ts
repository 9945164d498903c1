/** The kinds of definition files. */
export const kinds = ['questionnaire', 'fragment', 'rubric', 'map', 'config', 'theme'] as const;
export type Kind = (typeof kinds)[number];
