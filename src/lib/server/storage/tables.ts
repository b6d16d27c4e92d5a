import type { ClassTables } from './class-tables.ts';
import type { LtiTables } from './lti-tables.ts';

/** `attempt`: one row an attempt. Times are milliseconds since 1970, UTC. */
export interface AttemptTable {
  id: string;
  owner: string;
  bank_id: string;
  seed: string;
  /** JSON: the item ids, in order. */
  item_ids: string;
  retry_of: string | null;
  started_at: number;
  /** `plain` or `certainty`. */
  marking: string;
  /** Null outside classes. */
  assignment_id: string | null;
  /** From 1 for each owner in an assignment. */
  attempt_no: number | null;
  client_tz: string | null;
}

/** `answer`: one row an answered item; the key is attempt and item, so there is never a second. */
export interface AnswerTable {
  attempt_id: string;
  item_id: string;
  item_version: number;
  /** JSON, as the item type gave it. */
  response: string;
  points: number;
  max_points: number;
  /** 0 or 1. */
  correct: number;
  answered_at: number;
  /** Percent; 0 for a guess; null where the learner did not say. */
  certainty: number | null;
  chance: number | null;
  /** In words, as they stood when it was answered. */
  given: string | null;
  right_answer: string | null;
}

/** `report`: one row a problem report, tied to no attempt and no learner. */
export interface ReportTable {
  id: string;
  bank_id: string;
  item_id: string;
  item_version: number;
  /** JSON. */
  response: string;
  comment: string;
  created_at: number;
  /** The class in which it was made, or null. */
  class_id: string | null;
}

/** `delivery`: one row for what is to be sent, or was; the key is what is sent. */
export interface DeliveryTable {
  kind: string;
  key: string;
  group_name: string;
  class_id: string | null;
  owner: string | null;
  attempt_id: string | null;
  /** `waiting`, `delivered`, `refused` or `pointless`. */
  state: string;
  /** From 1; rises with each request. */
  sequence: number;
  requested_at: number;
  due_at: number;
  /** A server is sending it until then; 0 where none is. */
  held_until: number;
  tries: number;
  tried_at: number | null;
  answer: string | null;
}

/** `listener`: until when each who hears of answers has heard of all. */
export interface ListenerTable {
  name: string;
  heard_until: number;
}

/** All tables, by name. */
export interface Tables extends ClassTables, LtiTables {
  delivery: DeliveryTable;
  listener: ListenerTable;
  attempt: AttemptTable;
  answer: AnswerTable;
  report: ReportTable;
}
