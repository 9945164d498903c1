/** The columns that a file of rejects has beside those that the rows came with. */
export const rejectColumns = ['rejected_id', 'rejected_where', 'rejected_why'] as const;
