import { isFailure } from '@carillon/client/api.js';
import { perform } from '../operations.js';
import type { UserError } from './model.js';

/** How many ids an operation takes in one call. */
const BATCH = 50;

type BatchOperation = 'BatchSuspendUser' | 'BatchUnsuspendUser';
interface BatchInput { readonly AccountId: string; readonly UserIdList: readonly string[] }

/** One operation on many users, as many calls as it takes; returns whom it was not done to. */
export function performOnUsers(name: BatchOperation, accountId: string, ids: readonly string[]): Promise<UserError[]> {
  return inBatches(accountId, ids, input => perform(name, { AccountId: input.AccountId, UserIdList: [...input.UserIdList] }));
}

export function assignLicense(accountId: string, ids: readonly string[], license: 'Basic' | 'Pro'): Promise<UserError[]> {
  return inBatches(accountId, ids, input => perform('UpdateUserLicenses', { AccountId: input.AccountId, UserIdList: [...input.UserIdList], LicenseType: license }));
}

export function migrateUsers(accountId: string, ids: readonly string[], destinationAccountId: string): Promise<UserError[]> {
  return inBatches(accountId, ids, input => perform('MigrateUsers', { AccountId: input.AccountId, UserIdList: [...input.UserIdList], DestinationAccountId: destinationAccountId }));
}

/** The operation takes one user a call. What is refused for one is told of that one; what would be refused for all ends it. */
export async function logUsersOut(accountId: string, ids: readonly string[]): Promise<UserError[]> {
  const errors: UserError[] = [];
  for (const UserId of ids) {
    try {
      await perform('LogoutUser', { AccountId: accountId, UserId });
    } catch (error) {
      if (!isFailure(error, 'NotFound')) throw error;
      errors.push({ UserId, ErrorCode: 'NotFound', ErrorMessage: error.message });
    }
  }
  return errors;
}

async function inBatches(accountId: string, ids: readonly string[], call: (input: BatchInput) => Promise<{ UserErrors?: UserError[] | undefined }>): Promise<UserError[]> {
  const errors: UserError[] = [];
  for (let i = 0; i < ids.length; i += BATCH) {
    const { UserErrors = [] } = await call({ AccountId: accountId, UserIdList: ids.slice(i, i + BATCH) });
    errors.push(...UserErrors);
  }
  return errors;
}
