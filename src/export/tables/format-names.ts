/** The formats tables can be written in, by name: what a command line needs without their code. */
export const tableFormatNames = ['table', 'csv', 'tsv', 'xlsx', 'json', 'jsonl', 'md', 'html'] as const;
export type TableFormatName = (typeof tableFormatNames)[number];
