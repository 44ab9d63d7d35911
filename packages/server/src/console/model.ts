import type { Id } from '@carillon/kernel/ids.js';
import { HOUR_MS } from '@carillon/kernel/clock.js';
import type { UserRow } from '../iam/model.js';

/** As long as a session of AWS's console. */
export const CONSOLE_SESSION_MS = 12 * HOUR_MS;
export const ROLE_SESSION_S = 3_600;
export const SIGN_IN_SOURCE = 'signin.amazonaws.com';

export interface ConsoleSessionRow {
  readonly id: Id<'ConsoleSession'>;
  readonly ownerAccountId: string;
  /** Undefined for the root user. */
  readonly user: UserRow | undefined;
  readonly mfa: boolean;
  readonly roleKeyId: string | null;
  readonly roleToken: Buffer | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Who may sign in with a password. */
export interface ConsoleCredentials {
  readonly ownerAccountId: string;
  /** Undefined for the root user. */
  readonly user: UserRow | undefined;
  readonly passwordHash: string;
  readonly resetRequired: boolean;
}
