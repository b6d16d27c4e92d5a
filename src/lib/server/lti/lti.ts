import type { Fields } from '../../item-types/contract.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import type { ServiceContext } from './ask-service.ts';
import { beginLogin, type Parameters } from './begin-login.ts';
import { choosePick, showPick } from './deep-link.ts';
import type { LtiContext } from './lti-context.ts';
import {
  makeTicket,
  readRosterFromDesk,
  resendFromDesk,
  showDesk,
  takeTicket,
} from './open-desk.ts';
import { bindLaunch, receiveLaunch, type LaunchRequest } from './receive-launch.ts';
import {
  offerRegistration,
  registerPlatform,
  type RegistrationRequest,
} from './register-platform.ts';
import { listScoreLog, resendScores } from './score-log.ts';
import { mayRegister } from './settings.ts';
import { publicKeys } from './tool-keys.ts';

/** The use cases of learning platforms that launch quizzes here, as routes call them. */
export type Lti = ReturnType<typeof makeLti>;

/** Binds them; each guards itself: by a platform’s signature, by a session, or as those of classes. */
export function makeLti(context: LtiContext & ServiceContext) {
  return {
    /** True where a learning platform may launch quizzes here. */
    hasPlatforms: () => context.frames.list().length > 0,
    /** True where whoever administers a platform may register it here without asking. */
    registersFreely: () => mayRegister(context.settings.registration, null),
    /** What `frame-ancestors` says for a page of one platform. */
    framesOf: (platformId: string) => ["'self'", ...context.frames.of(platformId)].join(' '),
    publicKeys: () => publicKeys(context),
    beginLogin: (parameter: Parameters, origin: string) => beginLogin(context, parameter, origin),
    receiveLaunch: (request: LaunchRequest) => receiveLaunch(context, request),
    bindLaunch: (pass: string, proof: string | null) => bindLaunch(context, pass, proof),
    showDesk: (session: string) => showDesk(context, session),
    resendFromDesk: (session: string, learnerId: string | null) =>
      resendFromDesk(context, session, learnerId),
    readRoster: (session: string) => readRosterFromDesk(context, session),
    makeTicket: (session: string) => makeTicket(context, session),
    takeTicket: (ticket: string, instructor: InstructorId) =>
      takeTicket(context, ticket, instructor),
    showPick: (session: string, bankId: string | null) => showPick(context, session, bankId),
    choosePick: (session: string, fields: Fields, origin: string) =>
      choosePick(context, session, fields, origin),
    offerRegistration: (request: RegistrationRequest) => offerRegistration(context, request),
    registerPlatform: (request: RegistrationRequest) => registerPlatform(context, request),
    /** What became of an assignment’s scores; null where no platform knows it, or it is not led here. */
    async showScores(assignmentId: string, instructor: InstructorId | null) {
      const led = await findLedAssignment(context, assignmentId, instructor);
      if (!led || !(await context.store.lti.findLinkOf(led.assignment.id))) return null;
      return listScoreLog(context, led.assignment);
    },
    /** Has scores sent again; null where the assignment is not led here. */
    async resendScores(
      assignmentId: string,
      instructor: InstructorId | null,
      learnerId: string | null,
    ) {
      const led = await findLedAssignment(context, assignmentId, instructor);
      return led && resendScores(context, led.assignment, learnerId);
    },
  };
}
