import type { App as VerbatimApp } from '$lib/server/app';
import type { FramePermission } from '$lib/server/embed/frame-permission';
import type { ExportDesk } from '$lib/server/exports/export-desk';
import type { Lti } from '$lib/server/lti/lti';
import type { Refusal } from '$lib/server/lti/refusal';
import type { GuessLimit } from '$lib/server/guess-limit';
import type { ClassPulse } from '$lib/server/live/class-pulse';
import type { Preview } from '$lib/server/preview/open-preview';
import type { Say } from '$lib/messages/say';
import type { BankId, InstructorId, OwnerId } from '$lib/quiz/ids';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Why a learning platform’s request was refused, for its administrator. */
      lti?: Refusal;
    }
    interface Locals {
      app: VerbatimApp;
      /** Writes a line into the log, in plain English. */
      report: (line: string) => void;
      /** Writes the files that leave. */
      exports: ExportDesk;
      /** Which pages may frame a quiz. */
      framing: FramePermission;
      /** What a curator is writing; null unless this server is a preview. */
      preview: Preview | null;
      /** Counts failed guesses of codes, links and passwords. */
      guesses: GuessLimit;
      /** The use cases of learning platforms. */
      lti: Lti;
      /** The streams that tell browsers of changes in their classes. */
      pulse: ClassPulse;
      /** The host of the record store to which answers are sent; null where there is none. */
      recordStore: string | null;
      /** The language of the interface for this reader (BCP 47). */
      language: string;
      /** Says a message in that language. */
      say: Say;
      /** Who this browser is; null before its first attempt. */
      owner: OwnerId | null;
      /** Which instructor's browser this is; null where it never opened a class. */
      instructor: InstructorId | null;
      /** A secret that links and forms carry on, since the browser may keep no cookie; or null. */
      carried: string | null;
      /** True where it is known that this browser keeps none. */
      isUnkept: boolean;
      /** True for a page that shows a frame of this server; set by that page. */
      isFraming?: boolean;
      /** The bank that is shown in the frame of another site; set by the page that shows it. */
      framedBank?: BankId;
      /** What `frame-ancestors` says for a page of a launch; set where not everybody may frame it. */
      frames?: string;
      /** To where, beside this site, a page of a launch posts its form. */
      postsTo?: string;
      /** Set where the database failed while this request was answered. */
      isUnavailable?: boolean;
    }
  }
}
