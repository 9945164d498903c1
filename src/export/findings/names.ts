/** The formats findings can be written in, by name: what a command line needs without their code. */
export const findingFormatNames = ['pretty', 'compact', 'json', 'junit', 'sarif', 'github'] as const;
export type FindingFormat = (typeof findingFormatNames)[number];
