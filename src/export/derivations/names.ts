/** The formats derivations can be written in, by name: what a command line needs without their code. */
export const derivationFormatNames = ['text', 'json', 'md'] as const;
export type DerivationFormat = (typeof derivationFormatNames)[number];
