/** What `--flavour` takes. */
export const flavourNames = ['canonical'] as const;
export type FlavourName = (typeof flavourNames)[number];
