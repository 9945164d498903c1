/** What `--flavour` takes. */
export const flavourNames = ['canonical', 'form'] as const;
export type FlavourName = (typeof flavourNames)[number];
