/** The columns that a file of rejects has beside those that the rows came with. */
export const rejectColumns = ['rejected_id', 'rejected_where', 'rejected_why'] as const;

/** The key under which a refused response in JSON says where it stood and why it was refused. */
export const rejectKey = 'rejected';
