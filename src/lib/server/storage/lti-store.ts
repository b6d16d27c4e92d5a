import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type {
  AssignmentId,
  AttemptId,
  ClassId,
  InstructorId,
  LearnerId,
  OwnerId,
} from '../../quiz/ids.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { ClassKeys } from './class-store.ts';

/** A learning platform as one client of it is registered here (LTI 1.3, Core 3.1). */
export interface Platform {
  /** `plf_` and 26 base32 signs. */
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authEndpoint: string;
  readonly tokenEndpoint: string;
  /** For whom requests for tokens are signed, with spaces between several; null for the token endpoint. */
  readonly tokenAudience: string | null;
  readonly jwksUri: string;
  readonly name: string;
  /** `pending`: registered, and not yet approved by whoever runs this server. */
  readonly status: 'active' | 'pending';
  /** True where whoever runs this server vouches for it: it may lie in a private network. */
  readonly isTrusted: boolean;
  /** True where every deployment that it names is taken. */
  readonly hasAnyDeployment: boolean;
  readonly createdAt: number;
}

/** A platform with what is known to belong to it. */
export interface ListedPlatform extends Platform {
  readonly deployments: readonly string[];
  readonly origins: readonly string[];
}

/** A key with which this tool signs. Times are milliseconds since 1970, UTC. */
export interface ToolKey {
  readonly kid: string;
  /** A private JWK (RFC 7517), as JSON. */
  readonly privateJwk: string;
  readonly createdAt: number;
  /** From then on it signs; before, it is published only. */
  readonly signsAt: number;
  /** It is published until then; null for the newest. */
  readonly endsAt: number | null;
}

/**
 * What is remembered of a launch between two requests: a `login` that was begun, a `launch` that waits
 * for its browser, the `desk` of an instructor, a `pick` for deep linking, a `ticket` into a class.
 */
export type PassKind = 'login' | 'launch' | 'desk' | 'pick' | 'ticket';

/** One of them; only the hash of the secret by which it is found again is stored. */
export interface Pass {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly kind: PassKind;
  /** JSON. */
  readonly payload: string;
  /** With which class it is erased. */
  readonly classId: ClassId | null;
  readonly expiresAt: number;
}

/** Where something of a platform is named: ids of two deployments may be the same. */
export interface DeploymentPlace {
  readonly platformId: string;
  readonly deploymentId: string;
}

/** A course of a platform. */
export interface ContextPlace extends DeploymentPlace {
  readonly contextId: string;
}

/** A link of a platform, which leads to a quiz. */
export interface LinkPlace extends DeploymentPlace {
  readonly linkId: string;
}

/** A user of a platform in a class. */
export interface UserPlace extends DeploymentPlace {
  readonly subject: string;
  readonly classId: ClassId;
}

/** A course as the class that it is here. */
export interface Course {
  readonly classId: ClassId;
  readonly name: string;
  readonly endsAt: number;
  readonly membershipsUrl: string | null;
}

/** How a link’s grades are sent (Assignment and Grade Services 2.0). */
export interface GradeService {
  readonly lineItem: string | null;
  readonly lineItems: string | null;
  readonly scopes: readonly string[];
}

/** A link as the assignment that it is here. */
export interface Link extends LinkPlace, GradeService {
  readonly contextId: string;
  readonly assignmentId: AssignmentId;
  /** The bank and options by which the assignment was made, and the pass mark that the link names. */
  readonly chosen: string;
}

/** A user as the learner that it is in a class. */
export interface EnrolledUser {
  readonly learnerId: LearnerId;
  /** False for whom the platform would refuse scores. */
  readonly isGradable: boolean;
}

/** Where the score of a learner goes. */
export interface ScoreTarget {
  readonly platform: Platform;
  readonly link: Link;
  readonly classId: ClassId;
  readonly subject: string;
  readonly isGradable: boolean;
}

/** What a platform was last told of a learner. */
export interface SentScore {
  readonly learnerId: LearnerId;
  /** Null where it was never taken. */
  readonly points: number | null;
  readonly maxPoints: number | null;
}

/** On what the grades of an assignment depend beside its answers, and when scores were last sent by it. */
export interface GradedLink {
  readonly assignmentId: AssignmentId;
  readonly platformId: string;
  readonly classId: ClassId;
  readonly closesAt: number | null;
  /** Attempt rule, closing and corrections in one text. */
  readonly state: string;
  readonly gradedBy: string;
}

/** Platforms, and the keys with which they are talked to. */
export interface PlatformStore {
  /** False where the issuer has a client of this id already. */
  addPlatform(
    platform: Platform,
    deployments: readonly string[],
    origins: readonly string[],
  ): Promise<boolean>;
  /** Oldest first. */
  listPlatforms(): Promise<ListedPlatform[]>;
  findPlatform(id: string): Promise<Platform | null>;
  /** All clients of an issuer. */
  findPlatforms(issuer: string): Promise<Platform[]>;
  /** Lets a platform launch quizzes, and vouches for it; false where there is none of this id. */
  approvePlatform(id: string): Promise<boolean>;
  /** Forgets a platform, its links and its users; classes and answers stay. False where there is none. */
  removePlatform(id: string): Promise<boolean>;
  addDeployment(place: DeploymentPlace, nowMs: number): Promise<void>;
  hasDeployment(place: DeploymentPlace): Promise<boolean>;
  addOrigin(platformId: string, origin: string): Promise<void>;
  /** From where active platforms show quizzes in frames, sorted. */
  listOrigins(): Promise<{ readonly platformId: string; readonly origin: string }[]>;
  /** Oldest first. */
  listKeys(): Promise<ToolKey[]>;
  /** Adds a key; all others end at a moment, unless they end before. */
  addKey(key: ToolKey, othersEndAt: number): Promise<void>;
  forgetKeys(nowMs: number): Promise<void>;
}

/** What is remembered between two requests. */
export interface PassStore {
  /** Stores it, and forgets those that are over. */
  putPass(pass: Pass, nowMs: number): Promise<void>;
  /** Forgets those that are over. */
  forgetPasses(nowMs: number): Promise<void>;
  /** Its payload, once: in one statement, so that of two that ask at once one gets it. */
  takePass(hash: string, kind: PassKind, nowMs: number): Promise<string | null>;
  /** As {@link PassStore.takePass}, but leaves a trace by which it is known that it was used. */
  usePass(
    hash: string,
    kind: PassKind,
    nowMs: number,
  ): Promise<{ readonly payload: string } | 'used' | 'unknown'>;
  /** Its payload, as often as it is asked for. */
  readPass(hash: string, kind: PassKind, nowMs: number): Promise<string | null>;
}

/** What courses, links and users of a platform are here. */
export interface CourseStore {
  findCourse(place: ContextPlace): Promise<Course | null>;
  /** Opens a class for a course, unless it has one; false where the join code is taken. */
  openCourse(place: ContextPlace, classroom: Classroom, keys: ClassKeys): Promise<boolean>;
  noteMemberships(place: ContextPlace, url: string): Promise<void>;
  /** Puts off the end of its class, unless an instructor has chosen one. */
  prolongCourse(place: ContextPlace, endsAt: number): Promise<void>;
  findLink(place: LinkPlace): Promise<Link | null>;
  /** The links of a course. */
  listLinks(place: ContextPlace): Promise<Link[]>;
  /**
   * Makes the assignment and lets the link lead to it, in the place of another where `was` names one;
   * false where the link leads elsewhere meanwhile.
   */
  placeLink(link: Link, assignment: Assignment, was: AssignmentId | null): Promise<boolean>;
  noteGrading(place: LinkPlace, service: GradeService): Promise<void>;
  /** Notes down that a link names another pass mark than before: the assignment has it from now on. */
  notePassMark(link: Link, passPercent: number | null): Promise<void>;
  findUser(place: UserPlace): Promise<EnrolledUser | null>;
  /** Puts a learner into the class as this user, unless the user is there already. */
  enrolUser(
    place: UserPlace,
    learner: Learner,
    isGradable: boolean,
    limit: number,
  ): Promise<'enrolled' | 'taken' | 'full'>;
  noteGradable(place: UserPlace, isGradable: boolean): Promise<void>;
  /** Lets an owner be a learner; those that launches made for the learner before a moment no longer are. */
  seatLearner(id: LearnerId, owner: OwnerId, nowMs: number, staleMs: number): Promise<boolean>;
  /** Lets a browser lead a class, from this moment on anew; false where the class is gone. */
  admitInstructor(id: ClassId, instructor: InstructorId, nowMs: number): Promise<boolean>;
  /** Lets no browser lead the class of a course that was let in before a moment. */
  dismissInstructors(beforeMs: number): Promise<void>;
  /** The link that leads to an assignment; null for one that no platform knows. */
  findLinkOf(id: AssignmentId): Promise<Link | null>;
}

/** What platforms are told of their learners. */
export interface ScoreStore {
  /** Null where the learner is no user of the platform from which the assignment is launched. */
  findScoreTarget(id: AssignmentId, learner: LearnerId): Promise<ScoreTarget | null>;
  /** A moment for the next score: this one, or a second after the last where that is later. */
  stampScore(id: AssignmentId, learner: LearnerId, nowMs: number): Promise<number>;
  noteScore(id: AssignmentId, sent: SentScore): Promise<void>;
  listScores(id: AssignmentId): Promise<SentScore[]>;
  /** All links whose platforms take grades. */
  listGradedLinks(): Promise<GradedLink[]>;
  noteGradedBy(id: AssignmentId, gradedBy: string): Promise<void>;
  /** The gradable learners who have begun an attempt, and one of their attempts. */
  listScored(
    id: AssignmentId,
  ): Promise<{ readonly learnerId: LearnerId; readonly attemptId: AttemptId }[]>;
}

/** The port to everything of learning platforms that launch quizzes here. */
export interface LtiStore extends PlatformStore, PassStore, CourseStore, ScoreStore {}
