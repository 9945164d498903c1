/** The formats that reports can be written in. */
export const reportFormatNames = ['html', 'md'] as const;
export type ReportFormatName = (typeof reportFormatNames)[number];
