/** A choice of an item as data files count it. */
export interface TabledOption {
  /** Its authored id: `a`, `b` … or a verdict's label. */
  readonly id: string;
  /** In words, as the learner read it. */
  readonly label: string;
  readonly isKey: boolean;
  /** The misreading that it stands for, or null. */
  readonly trap: string | null;
}
