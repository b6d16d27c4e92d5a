import type {
  Allowance,
  Assignment,
  AssignmentSettings,
  ShownItem,
} from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type {
  AssignmentId,
  AttemptId,
  ClassId,
  InstructorId,
  ItemId,
  LearnerId,
  OwnerId,
} from '../../quiz/ids.ts';
import type { Learner, LearnerNames } from '../../quiz/learner.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { Answer, Attempt, Erased, ProblemReport } from './store.ts';

/** What opens a class to its instructor, as SHA-256 (hex); the secrets themselves are not stored. */
export interface ClassKeys {
  readonly linkHash: string;
  readonly recoveryHash: string;
}

/** An answer to a question that the whole class was asked again. */
export interface Vote {
  readonly assignmentId: AssignmentId;
  readonly itemId: ItemId;
  readonly round: number;
  readonly learnerId: LearnerId;
  readonly itemVersion: number;
  readonly response: unknown;
  readonly correct: boolean;
  readonly votedAt: number;
}

/** An attempt in an assignment, how far it is, and whose. */
export interface ClassAttempt {
  readonly attempt: Attempt;
  readonly answered: number;
  /** Of its last answer, or of its start. */
  readonly lastAt: number;
}

/** What a learner is allowed from now on, whole or in part. */
export type Allowed = Pick<Allowance, 'assignmentId' | 'learnerId'> & Partial<Allowance>;

/** Who may make classes where an instance asks for an invitation. */
export interface Invitation {
  readonly hash: string;
  readonly label: string;
  readonly createdAt: number;
}

/** How much an erasure of a learner or a class took with it. */
export interface ErasedClass extends Erased {
  readonly learners: number;
}

/**
 * The port to everything of classes. A method that takes an instructor finds only that instructor's
 * classes; one that takes a class id is called after such a find, or after a learner's. All or nothing,
 * always.
 */
export interface ClassStore {
  /**
   * False where the join code is taken. The instructor may lead it from then on. The learners, who are
   * apart from each other, have not come forward yet.
   */
  createClass(
    classroom: Classroom,
    keys: ClassKeys,
    instructor: InstructorId,
    first: Assignment | null,
    learners?: readonly Learner[],
  ): Promise<boolean>;
  findClass(id: ClassId, instructor: InstructorId): Promise<Classroom | null>;
  findClassByCode(code: string): Promise<Classroom | null>;
  /** The classes that a browser may lead, newest first. */
  listClasses(instructor: InstructorId): Promise<Classroom[]>;
  /** Every class, by id, a page at a time: those after this id. */
  pageClasses(after: ClassId | null, limit: number): Promise<Classroom[]>;
  updateClass(
    id: ClassId,
    changes: Partial<Pick<Classroom, 'name' | 'timeZone' | 'endsAt' | 'code'>>,
  ): Promise<void>;
  /** Lets a browser lead the class of this key; null where no class has it. */
  admitInstructor(
    key: Partial<ClassKeys>,
    instructor: InstructorId,
    nowMs: number,
  ): Promise<ClassId | null>;
  /** Gives a class new keys. Every browser but this one must open the new link. */
  replaceKeys(id: ClassId, keys: ClassKeys, kept: InstructorId | null): Promise<void>;
  /** The browser leads no class any more. */
  dropInstructor(instructor: InstructorId): Promise<void>;

  createAssignment(assignment: Assignment): Promise<void>;
  /** Null also where its class is past its end at `atMs`. */
  findAssignment(id: AssignmentId, atMs?: number): Promise<Assignment | null>;
  /** Newest first. */
  listAssignments(id: ClassId): Promise<Assignment[]>;
  updateAssignment(
    id: AssignmentId,
    changes: Partial<AssignmentSettings & { closedAt: number | null; shown: ShownItem | null }>,
  ): Promise<void>;
  /** Closes it for everybody: time that was granted to single learners ends too. */
  closeAssignment(id: AssignmentId, nowMs: number): Promise<void>;
  /** What is not given of it stays as it was allowed to this learner before. */
  setAllowance(allowance: Allowed): Promise<void>;
  /** One learner's; null where nothing was granted. */
  findAllowance(id: AssignmentId, learner: LearnerId): Promise<Allowance | null>;
  listAllowances(id: AssignmentId): Promise<Allowance[]>;

  /**
   * Learners of one class that nobody has come forward as yet. False where a name, a student number or a
   * code is taken or the class would hold more than `limit`: then none of them is stored.
   */
  addLearners(learners: readonly Learner[], limit: number): Promise<boolean>;
  /**
   * Stores the learner and the browser; false where the name, the student number or the code is taken,
   * the class full or gone, or where somebody of the class sits at the browser already.
   */
  joinLearner(learner: Learner, owner: OwnerId, limit: number): Promise<boolean>;
  /**
   * Lets a browser be a listed learner; false where somebody has come forward as that learner before,
   * the learner is gone, or another of the class sits at the browser already.
   */
  claimLearner(id: LearnerId, owner: OwnerId, nowMs: number): Promise<boolean>;
  /**
   * Lets a browser be this learner, who counts as joined from then on; false where the learner is gone.
   * A browser sits for one learner of a class: whoever sat there before leaves it.
   */
  bindDevice(id: LearnerId, owner: OwnerId, nowMs: number): Promise<boolean>;
  /** The browser sits for nobody of this class any more. */
  unbindDevice(owner: OwnerId, id: ClassId): Promise<void>;
  /** By display name; of a class. */
  listLearners(id: ClassId): Promise<Learner[]>;
  /** Of a class, a page at a time: those after this id, by id. */
  pageLearners(id: ClassId, after: LearnerId | null, limit: number): Promise<Learner[]>;
  /** These learners, in no order. */
  listLearnersOf(ids: readonly LearnerId[]): Promise<Learner[]>;
  findLearner(id: LearnerId): Promise<Learner | null>;
  findLearnerByRejoinCode(id: ClassId, code: string): Promise<Learner | null>;
  /** The learner who sits at this browser. */
  findLearnerAt(owner: OwnerId, id: ClassId): Promise<Learner | null>;
  /** The classes in which somebody sits at this browser, newest first. */
  listJoined(owner: OwnerId): Promise<Classroom[]>;
  findJoinedClass(owner: OwnerId, id: ClassId): Promise<Classroom | null>;
  /** False where another learner of the class has the name, the student number or the code. */
  updateLearner(
    id: LearnerId,
    changes: Partial<LearnerNames & Pick<Learner, 'rejoinCode'>>,
  ): Promise<boolean>;

  /**
   * Stores the attempt unless its number is taken, by the same learner's other tab, or its assignment
   * is gone; says whether.
   */
  createClassAttempt(attempt: Attempt): Promise<boolean>;
  /** One owner's, the first first. */
  listOwnAttempts(id: AssignmentId, owner: OwnerId): Promise<ClassAttempt[]>;
  /** Of these learners, or of all of the class, not of whoever tried it out; by owner and number. */
  listClassAttempts(id: AssignmentId, learners?: readonly LearnerId[]): Promise<ClassAttempt[]>;
  /** The learners of a class, and their attempts at an assignment. */
  countClass(
    id: ClassId,
    assignmentId: AssignmentId,
  ): Promise<{ readonly learners: number; readonly attempts: number }>;
  /** The attempts of these learners, without how far they are; by owner and number. */
  listAttemptsOf(id: AssignmentId, learners: readonly LearnerId[]): Promise<Attempt[]>;
  /** All answers in these attempts, by attempt and time. */
  listAnswersOf(attempts: readonly AttemptId[]): Promise<Answer[]>;
  /** A figure that changes whenever learners, assignments, allowances, rescores, attempts, answers or votes do. */
  pulse(id: ClassId): Promise<string>;

  addRescore(rescore: Rescore): Promise<void>;
  withdrawRescore(id: string, assignmentId: AssignmentId, nowMs: number): Promise<boolean>;
  /** Oldest first, those taken back too. */
  listRescores(id: AssignmentId): Promise<Rescore[]>;
  /** The first vote of a learner in a round stands; says whether this was it. */
  insertVote(vote: Vote): Promise<boolean>;
  listVotes(id: AssignmentId, itemId: ItemId): Promise<Vote[]>;
  /** Of a class, or of one learner of it. */
  countVotes(id: ClassId, learner?: LearnerId): Promise<number>;
  /** Of this class, oldest first. */
  listClassReports(id: ClassId): Promise<ProblemReport[]>;

  /** Deletes a learner with all answers, and the bytes from the files. */
  eraseLearner(id: LearnerId): Promise<ErasedClass>;
  /** Deletes the attempts of one assignment and the assignment. */
  eraseAssignment(id: AssignmentId): Promise<ErasedClass>;
  /** Deletes a class with everything in it. */
  eraseClass(id: ClassId): Promise<ErasedClass>;
  /** Deletes every class past its end, each as a whole, and tells how many of how many are gone. */
  eraseEndedClasses(
    nowMs: number,
    progress?: (done: number, total: number) => void,
  ): Promise<ErasedClass>;
  /**
   * Puts new ids, names and days without hours in the place of what tells who learners are. Their
   * attempts get marks that are made one after another.
   */
  anonymiseClass(
    id: ClassId,
    names: readonly Anonymous[],
    freeText: readonly FreeText[],
    makeMarks: () => AttemptMarks,
  ): Promise<void>;

  addInvitation(invitation: Invitation): Promise<void>;
  listInvitations(): Promise<Invitation[]>;
  removeInvitation(hash: string): Promise<boolean>;
}

/** What takes a learner's place in an anonymised class. */
export interface Anonymous {
  readonly was: LearnerId;
  readonly id: LearnerId;
  readonly displayName: string;
  readonly rejoinCode: string;
}

/** By what an export knows an attempt again. */
export type AttemptMarks = Pick<Attempt, 'id' | 'seed'>;

/** The items of an assignment that are answered in a learner's own words. */
export interface FreeText {
  readonly assignmentId: AssignmentId;
  readonly itemIds: readonly ItemId[];
  /** Answers that a correction accepts: they are noted down as right, since their words go. */
  readonly accepted: readonly Pick<Answer, 'attemptId' | 'itemId'>[];
}
