export const tableFormatNames = ['table', 'csv', 'tsv', 'json', 'jsonl', 'md', 'html'] as const;
