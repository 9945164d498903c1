/** The formats forms can be written in. */
export const formFormatNames = ['xlsx', 'csv', 'html', 'md'] as const;
export type FormFormatName = (typeof formFormatNames)[number];
