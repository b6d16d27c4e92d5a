/** The event of `process` by which the front server says that it stops; streams end on hearing it. */
export const stopping = 'verbatim:stopping';
