import type { Marking } from '../../quiz/certainty-marks.ts';
import type { GivenAnswer } from '../../quiz/given-answer.ts';
import type { AssignmentId, AttemptId, BankId, ClassId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { ClassStore } from './class-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { LtiStore } from './lti-store.ts';
import type { SelfStudyStore } from './self-study-store.ts';

/** What an attempt in a class has beyond others. */
export interface InClass {
  readonly assignmentId: AssignmentId;
  /** From 1 for each learner. */
  readonly attemptNo: number;
  /** The IANA time zone that the learner's browser named; null where it named none. */
  readonly clientTz: string | null;
}

/** One sitting. Times are milliseconds since 1970, UTC. */
export interface Attempt {
  readonly id: AttemptId;
  readonly owner: OwnerId;
  readonly bankId: BankId;
  /** From it every draw of this attempt follows; never shown. */
  readonly seed: string;
  /** In the order in which they are asked. */
  readonly itemIds: readonly ItemId[];
  /** The attempt whose missed items are asked again, or null. */
  readonly retryOf: AttemptId | null;
  readonly marking: Marking;
  /** Null outside classes. */
  readonly inClass: InClass | null;
  readonly startedAt: number;
}

/** A stored answer. */
export interface Answer extends GivenAnswer {
  readonly attemptId: AttemptId;
}

/** What a learner said is wrong with an item. Holds nothing that tells who the learner is. */
export interface ProblemReport {
  readonly id: string;
  readonly bankId: BankId;
  readonly itemId: ItemId;
  readonly itemVersion: number;
  /** The response that the learner had given, or null where there was none. */
  readonly response: unknown;
  /** In the learner's own words. */
  readonly comment: string;
  readonly createdAt: number;
  /** The class in which it was made; null outside classes. */
  readonly classId: ClassId | null;
}

/** An attempt and how many of its items are answered. */
export interface AttemptProgress {
  readonly attempt: Attempt;
  readonly answered: number;
}

/** An answer with what is needed of its attempt. */
export interface OwnedAnswer extends Answer {
  readonly bankId: BankId;
  /** The attempt's. */
  readonly seed: string;
}

/** Whether this answer was stored, or one stood there before. */
export type Insertion =
  { readonly inserted: true } | { readonly inserted: false; readonly answer: Answer };

/** What an erasure deleted. */
export interface Erased {
  readonly attempts: number;
  readonly answers: number;
}

/**
 * The port to the database. A promise that resolves has been synced to disk. An owner is asked for
 * wherever an attempt is named: somebody else's is not found. Faults reject as {@link StorageFault}.
 */
export interface Store {
  /** Everything of classes. */
  readonly classes: ClassStore;
  /** Attempts outside classes, of everybody. */
  readonly selfStudy: SelfStudyStore;
  /** What is sent to other systems. */
  readonly deliveries: DeliveryStore;
  /** Learning platforms that launch quizzes here. */
  readonly lti: LtiStore;
  /** An attempt of this id that is there already stays as it is. */
  createAttempt(attempt: Attempt): Promise<void>;
  /** The owner's attempt, or that of a learner of a class who sits at the owner's browser. */
  findAttempt(id: AttemptId, owner: OwnerId): Promise<Attempt | null>;
  /** Newest first. */
  listAttempts(owner: OwnerId): Promise<AttemptProgress[]>;
  /** Oldest first. */
  listAnswers(id: AttemptId, owner: OwnerId): Promise<Answer[]>;
  /**
   * Every answer of an owner in whatever attempt, oldest first; also as a learner of classes, where
   * they show what is right at this moment.
   */
  listAnswered(owner: OwnerId, nowMs: number): Promise<OwnedAnswer[]>;
  /**
   * Stores the first answer to an item, or gives the one that stands; null for a foreign attempt, and
   * for one in an assignment that takes no more answers at the moment of `answeredAt`.
   */
  insertAnswer(answer: Answer, owner: OwnerId): Promise<Insertion | null>;
  addReport(report: ProblemReport): Promise<void>;
  /** Oldest first. */
  listReports(): Promise<ProblemReport[]>;
  /**
   * Deletes every attempt and answer of an owner, and their bytes from the files. If it rejects,
   * bytes may be left: ask again. Reports stay, since they belong to nobody, and so does what the
   * owner answered as a learner of a class, since it belongs to the class.
   */
  eraseOwner(owner: OwnerId): Promise<Erased>;
  /** Deletes in the same way every attempt outside classes neither started nor answered since then. */
  eraseInactiveSince(beforeMs: number): Promise<Erased>;
  /** Resolves where the database can be read. */
  ping(): Promise<void>;
  /** Brings what is in the log into the database file and lets it go. Nothing may be asked after. */
  close(): Promise<void>;
}

/** `full`: no room on the disk; `busy`: held by another process; `unavailable`: anything else. */
export type StorageFaultKind = 'full' | 'busy' | 'unavailable';

/** The database could not do it; nothing was stored. The web layer answers 503. */
export class StorageFault extends Error {
  readonly kind: StorageFaultKind;

  constructor(kind: StorageFaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageFault';
    this.kind = kind;
  }
}

/** True for a {@link StorageFault}, also one made by another copy of this module. */
export function isStorageFault(error: unknown): error is StorageFault {
  return error instanceof Error && error.name === 'StorageFault';
}
