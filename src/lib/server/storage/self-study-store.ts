import type { BankId, OwnerId } from '../../quiz/ids.ts';
import type { Attempt } from './store.ts';

/** The port to attempts outside classes, of all browsers: for whoever owns the instance. */
export interface SelfStudyStore {
  /** The banks that were tried, by id. */
  listBanks(): Promise<BankId[]>;
  /** The browsers at which a bank was tried, and their attempts. */
  count(bankId: BankId): Promise<{ readonly owners: number; readonly attempts: number }>;
  /** The browsers at which a bank was tried, by owner, a page at a time: those after this one. */
  pageOwners(bankId: BankId, after: OwnerId | null, limit: number): Promise<OwnerId[]>;
  /** The attempts of these browsers at a bank, by owner, the first first. */
  listAttempts(bankId: BankId, owners: readonly OwnerId[]): Promise<Attempt[]>;
}
