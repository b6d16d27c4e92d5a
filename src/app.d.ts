import type { App as VerbatimApp } from '$lib/server/app';
import type { OwnerId } from '$lib/quiz/ids';

declare global {
  namespace App {
    interface Locals {
      app: VerbatimApp;
      /** Who this browser is; null before its first attempt. */
      owner: OwnerId | null;
      /** Set where the database failed while this request was answered. */
      isUnavailable?: boolean;
    }
  }
}
