/** The hidden sheet of a form that says what is read from where (docs/forms.md): written by forms, read by intake. */
export const formMap = {
  sheet: '_milepost',
  version: '1',
  /** The key of the row that says what the questionnaire asks, packed. */
  definition: 'definition',
  /** The header of its table, below the keys and their values. */
  columns: ['target', 'option', 'sheet', 'cell', 'name'],
  /** What chooses an option in its cell. */
  chosen: 'Yes',
} as const;
