/** Told from time to time how many rows are done, of how many. */
export type Progress = (done: number, total: number) => void;
