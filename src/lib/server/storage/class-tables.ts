/** `class`: one row a class. Times are milliseconds since 1970, UTC. */
export interface ClassTable {
  id: string;
  name: string;
  /** The join code, nine signs. */
  code: string;
  /** SHA-256 (hex) of the secret of the private link. */
  link_hash: string;
  /** SHA-256 (hex) of the recovery code. */
  recovery_hash: string;
  /** `alias`, `list` or `number`. */
  learners_by: string;
  time_zone: string;
  created_at: number;
  ends_at: number;
}

/** `instructor`: which browsers may lead which class. */
export interface InstructorTable {
  /** SHA-256 (hex) of the browser's secret. */
  id: string;
  class_id: string;
  since: number;
}

/** `invitation`: who may make classes where an instance asks for an invitation. */
export interface InvitationTable {
  /** SHA-256 (hex) of the code. */
  hash: string;
  label: string;
  created_at: number;
}

/** `learner`: one row a learner of a class, joined or only listed. */
export interface LearnerTable {
  id: string;
  class_id: string;
  display_name: string;
  /** As names are compared; unique in the class. */
  folded_name: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  student_number: string | null;
  rejoin_code: string;
  created_at: number;
  joined_at: number | null;
}

/** `device`: at which browsers a learner has come forward. */
export interface DeviceTable {
  /** An owner's id. */
  owner: string;
  learner_id: string;
  since: number;
}

/** `assignment`: a bank, or some of its items, given to a class. */
export interface AssignmentTable {
  id: string;
  class_id: string;
  bank_id: string;
  title: string;
  /** JSON: the item ids, in order. */
  item_ids: string;
  /** `now` or `after-close`. */
  feedback: string;
  attempts_allowed: number | null;
  /** `off`, `asked` or `marked`. */
  certainty: string;
  /** `best`, `last`, `first` or `mean`. */
  attempt_rule: string;
  pass_percent: number | null;
  opened_at: number;
  closes_at: number | null;
  closed_at: number | null;
  /** JSON: what is shown to the whole class; null where nothing is. */
  shown: string | null;
  /** JSON: how each attempt’s items are taken out; null for all as they are. */
  drawn: string | null;
}

/** `allowance`: what one learner gets beyond the others. */
export interface AllowanceTable {
  assignment_id: string;
  learner_id: string;
  extra_attempts: number;
  until: number | null;
}

/** `rescore`: a correction of scores; kept when it is taken back. */
export interface RescoreTable {
  id: string;
  assignment_id: string;
  item_id: string;
  /** `accept`, `drop` or `full-marks`. */
  kind: string;
  accepted: string | null;
  reason: string;
  created_at: number;
  withdrawn_at: number | null;
}

/** `vote`: an answer to a question that the whole class was asked again. */
export interface VoteTable {
  assignment_id: string;
  item_id: string;
  round: number;
  learner_id: string;
  item_version: number;
  /** JSON, as the item type gave it. */
  response: string;
  /** 0 or 1. */
  correct: number;
  voted_at: number;
}

/** The tables of classes, by name. */
export interface ClassTables {
  class: ClassTable;
  instructor: InstructorTable;
  invitation: InvitationTable;
  learner: LearnerTable;
  device: DeviceTable;
  assignment: AssignmentTable;
  allowance: AllowanceTable;
  rescore: RescoreTable;
  vote: VoteTable;
}
