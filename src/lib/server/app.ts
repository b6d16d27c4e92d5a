import type { Marking } from '../quiz/certainty-marks.ts';
import type { DeliveryOptions } from '../quiz/delivery-options.ts';
import type { OwnerId } from '../quiz/ids.ts';
import type { Fields } from '../item-types/contract.ts';
import { answerItem } from './attempts/answer-item.ts';
import type { ClassContext } from './classes/class-context.ts';
import { eraseAnswers } from './attempts/erase-answers.ts';
import { listAttempts, listUnfinished } from './attempts/list-attempts.ts';
import { openItem } from './attempts/open-item.ts';
import { reportItem } from './attempts/report-item.ts';
import { showResults } from './attempts/show-results.ts';
import { listBanks, type CatalogueFilter } from './catalogue/list-banks.ts';
import { listBuildBanks, type BuildFilter } from './courses/list-build-banks.ts';
import type { EmbedWhere } from './embed/embedded-attempt.ts';
import {
  answerEmbedded,
  embedAgain,
  openEmbed,
  openEmbeddedAttempt,
  openEmbeddedItem,
  type EmbedItemWhere,
} from './embed/embedding.ts';
import { answerInline, type InlineWhere } from './explainers/answer-inline.ts';
import { showExplainer } from './explainers/show-explainer.ts';
import { showKey } from './paper/show-key.ts';
import { showWorksheet } from './paper/show-worksheet.ts';
import { answerAgain } from './record/answer-again.ts';
import { exportRecord } from './record/export-record.ts';
import { showRecord } from './record/show-record.ts';
import { showSource } from './sources/show-source.ts';
import { retryMissed, startAttempt } from './attempts/start-attempt.ts';
import type { ClassPolicy } from './classes/class-policy.ts';
import { makeTeaching } from './classes/teaching.ts';
import type { PackagePolicy } from './packages/package-policy.ts';
import { makePackaging } from './packages/packaging.ts';
import { makeSeats } from './classes/seats.ts';

/** The use cases as routes call them. Each asks who the caller is and guards itself. */
export type App = ReturnType<typeof makeApp>;

/** Where an answer or a report belongs, and who sends it. */
interface Where {
  readonly attemptId: string;
  readonly itemId: string;
  readonly owner: OwnerId | null;
}

/**
 * Binds the use cases to one library, store, clock and source of chance; `policy`: who may open
 * classes; `packages`: whether packages are handed out.
 */
export function makeApp(context: ClassContext, policy?: ClassPolicy, packages?: PackagePolicy) {
  return {
    library: context.library,
    listBanks: (filter: CatalogueFilter, owner: OwnerId | null) =>
      listBanks(context, filter, owner),
    listBuildBanks: (filter: BuildFilter) => listBuildBanks(context, filter),
    startAttempt: (bankId: string, owner: OwnerId, marking: Marking | null = null) =>
      startAttempt(context, bankId, owner, marking),
    openItem: (attemptId: string, itemId: string, owner: OwnerId | null) =>
      openItem(context, attemptId, itemId, owner),
    answerItem: (where: Where, fields: Fields) => answerItem(context, where, fields),
    showExplainer: (slug: string, owner: OwnerId | null) => showExplainer(context, slug, owner),
    answerInline: (where: InlineWhere, fields: Fields) => answerInline(context, where, fields),
    showSource: (sourceId: string, owner: OwnerId | null) => showSource(context, sourceId, owner),
    showResults: (attemptId: string, owner: OwnerId | null) =>
      showResults(context, attemptId, owner),
    retryMissed: (attemptId: string, owner: OwnerId | null) =>
      retryMissed(context, attemptId, owner),
    reportItem: (where: Where, fields: Fields) => reportItem(context, where, fields),
    showRecord: (owner: OwnerId | null) => showRecord(context, owner),
    exportRecord: (owner: OwnerId | null) => exportRecord(context, owner),
    answerAgain: (owner: OwnerId | null) => answerAgain(context, owner),
    showWorksheet: (bankId: string, owner: OwnerId | null) => showWorksheet(context, bankId, owner),
    showKey: (bankId: string, owner: OwnerId | null) => showKey(context, bankId, owner),
    listAttempts: (owner: OwnerId | null) => listAttempts(context, owner),
    listUnfinished: (owner: OwnerId | null) => listUnfinished(context, owner),
    eraseAnswers: (owner: OwnerId) => eraseAnswers(context, owner),
    openEmbed: (where: EmbedWhere) => openEmbed(context, where),
    openEmbeddedAttempt: (attemptId: string, owner: OwnerId | null) =>
      openEmbeddedAttempt(context, attemptId, owner),
    openEmbeddedItem: (where: EmbedItemWhere) => openEmbeddedItem(context, where),
    answerEmbedded: (where: EmbedItemWhere, fields: Fields) =>
      answerEmbedded(context, where, fields),
    embedAgain: (attemptId: string, owner: OwnerId | null, options: DeliveryOptions) =>
      embedAgain(context, attemptId, owner, options),
    packages: makePackaging(context, packages),
    teaching: makeTeaching(context, policy),
    seats: makeSeats(context),
  };
}
