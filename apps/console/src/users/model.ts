import type { OutputOf } from '../operations.js';

export type User = NonNullable<OutputOf<'GetUser'>['User']>;
export type Account = NonNullable<OutputOf<'GetAccount'>['Account']>;
export type UserError = NonNullable<OutputOf<'BatchSuspendUser'>['UserErrors']>[number];
export type License = NonNullable<User['LicenseType']>;
export type Registration = NonNullable<User['UserRegistrationStatus']>;

export const LICENSES: readonly License[] = ['Pro', 'Basic', 'ProTrial'];
export const REGISTRATIONS: readonly Registration[] = ['Registered', 'Unregistered', 'Suspended', 'Released'];

/** How somebody is called: by their address until they have joined. */
export function nameOf(user: User): string {
  return user.DisplayName ?? user.PrimaryEmail ?? user.UserId;
}
