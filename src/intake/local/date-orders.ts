/** In which order a file writes day and month: both are in use, and `03/04` says nothing of it. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];
