/** Told from time to time how many rows are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** Told how many rows more are done. */
export type Count = (rows: number) => void;

/** Rows after which it is told how far an export is. */
const toldEvery = 1000;

/** Counts rows up to a total that may be a little short, and tells of every thousand. */
export function countTo(total: number, progress: Progress): Count {
  let done = 0;
  let told = 0;
  return (rows) => {
    done += rows;
    if (done - told < toldEvery || done >= total) return;
    told = done;
    progress(done, total);
  };
}
