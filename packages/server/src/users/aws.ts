import { badRequest, notFound } from '@carillon/kernel/errors.js';
import { isId, type PersonId } from '@carillon/kernel/ids.js';
import type * as wire from '@carillon/wire/aws/generated/chime-types.js';
import { accessAccount } from '../accounts/access.js';
import type { AccountRow } from '../accounts/model.js';
import type { Ctx } from '../ctx.js';
import type { Registration } from '../migrations/tables.js';
import { read, write, type Operation } from '../operation.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessMember } from './access-member.js';
import { pickMeetingNumber } from './create-person.js';
import { deleteAccount } from './delete-account.js';
import { findMember } from './find-member.js';
import { readAccountMembers, readAccountMembersById, searchMembers, updateLicences, updatePersonalNumber, updateTelephony } from './member-store.js';
import { canonicalEmail, licenceOf, type MemberRow } from './model.js';
import { numberChange } from './number-change.js';

const USERS_PAGE = 100;
const NO_TELEPHONY = { InboundCalling: false, OutboundCalling: false, SMS: false };

export const userOperations: readonly Operation[] = [
  write('chime', 'DeleteAccount', async (ctx, input) => {
    await deleteAccount(ctx, input.AccountId);
    return {};
  }),
  read('chime', 'GetUser', async (ctx, input) => ({ User: presentUser(await accessMember(ctx, input.AccountId, input.UserId), ctx.now()) })),
  read('chime', 'GetUserByEmail', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const member = await findMember(ctx, account, input.Email);
    if (!member) throw notFound('user');
    return { User: presentUser(member, ctx.now()) };
  }),
  read('chime', 'ListUsers', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const scope = `ListUsers ${account.id} ${input.UserEmail ?? ''} ${input.UserType ?? ''}`;
    const limit = input.MaxResults ?? USERS_PAGE;
    const after = openPageToken(ctx, scope, input.NextToken) as PersonId | undefined;
    // There are no shared devices yet.
    const rows = input.UserType === 'SharedDevice' ? [] : await readAccountMembers(ctx.sql, account.id, { email: input.UserEmail && canonicalEmail(input.UserEmail), after }, limit);
    const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
    return { Users: shown.map(one => presentUser(one, ctx.now())), NextToken: nextToken };
  }),
  read('chime', 'SearchUsers', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const limit = input.MaxResults ?? USERS_PAGE;
    const { rows, total } = await searchMembers(ctx.sql, account.id, {
      text: input.Text, licence: input.LicenseType, registration: input.UserRegistrationStatus, sortBy: input.SortBy ?? 'Email', descending: input.Descending ?? false, offset: ((input.PageNumber ?? 1) - 1) * limit, now: ctx.now(),
    }, limit);
    return { Users: rows.map(one => presentUser(one, ctx.now())), TotalCount: total };
  }, { action: 'chime:ListUsers' }),
  write('chime', 'UpdateUser', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    if (input.LicenseType === undefined) return { User: presentUser(member, ctx.now()) };
    const account = await accessAccount(ctx, input.AccountId);
    const licence = assignable(account, input.LicenseType);
    if (!licence) throw badRequest('The account does not support this licence.');
    await setLicence(ctx, account, [member.id], licence);
    return { User: presentUser(await accessMember(ctx, input.AccountId, input.UserId), ctx.now()) };
  }),
  write('chime', 'BatchUpdateUser', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const { found, errors } = await splitUsers(ctx, account, input.UpdateUserRequestItems.map(item => item.UserId));
    for (const item of input.UpdateUserRequestItems) {
      const member = found.get(item.UserId.toLowerCase());
      if (!member || item.LicenseType === undefined) continue;
      const licence = assignable(account, item.LicenseType);
      if (licence) await setLicence(ctx, account, [member.id], licence);
      else errors.push({ UserId: item.UserId, ErrorCode: 'BadRequest', ErrorMessage: 'The account does not support this licence.' });
    }
    return { UserErrors: errors };
  }),
  write('chime', 'UpdateUserLicenses', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const licence = assignable(account, input.LicenseType);
    if (!licence) throw badRequest('The account does not support this licence.');
    const { found, errors } = await splitUsers(ctx, account, input.UserIdList);
    await setLicence(ctx, account, [...found.values()].map(member => member.id), licence);
    return { UserErrors: errors };
  }),
  write('chime', 'ResetPersonalPIN', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    const number = await pickMeetingNumber(ctx, ctx.sql);
    await updatePersonalNumber(ctx.sql, member.id, number);
    await ctx.tx(tx => numberChange(ctx, tx, [member.id], { kind: 'profile' }));
    return { User: presentUser({ ...member, personalMeetingNumber: number }, ctx.now()) };
  }),
  read('chime', 'GetUserSettings', async (ctx, input) => ({ UserSettings: { Telephony: (await accessMember(ctx, input.AccountId, input.UserId)).telephony ?? NO_TELEPHONY } })),
  write('chime', 'UpdateUserSettings', async (ctx, input) => {
    const member = await accessMember(ctx, input.AccountId, input.UserId);
    const { InboundCalling, OutboundCalling, SMS } = input.UserSettings.Telephony;
    await updateTelephony(ctx.sql, member.id, { InboundCalling, OutboundCalling, SMS });
  }),
];

/** Those who are users of the account, by their id in lower case, and an error for each of the others. */
export async function splitUsers(ctx: Ctx, account: AccountRow, userIds: readonly string[]): Promise<{ found: Map<string, MemberRow>; errors: wire.UserError[] }> {
  const ids = [...new Set(userIds.map(id => id.toLowerCase()))];
  const rows = await readAccountMembersById(ctx.sql, account.id, ids.filter(isId) as PersonId[]);
  const found = new Map<string, MemberRow>(rows.map(row => [row.id, row]));
  const errors = userIds.filter(id => !found.has(id.toLowerCase())).map(UserId => ({ UserId, ErrorCode: 'NotFound' as const, ErrorMessage: 'This user does not exist, or you have no access to it.' }));
  return { found, errors };
}

/** Who had a trial has it no more: a licence was given (PRO-01, PRO-02). */
async function setLicence(ctx: Ctx, account: AccountRow, ids: readonly PersonId[], licence: 'Basic' | 'Pro'): Promise<void> {
  await updateLicences(ctx.sql, account.id, ids, licence);
  if (ids.length > 0) await ctx.tx(tx => numberChange(ctx, tx, ids, { kind: 'profile' }));
}

/** Basic and Pro can be given; a trial is nobody's to give. */
function assignable(account: AccountRow, licence: wire.License): 'Basic' | 'Pro' | undefined {
  return (licence === 'Basic' || licence === 'Pro') && account.supportedLicenses.includes(licence) ? licence : undefined;
}

/** As the API gives a user (guide, USR-04 to USR-10, DEL-08, DEL-09). */
export function presentUser(row: MemberRow, now: Date): wire.User {
  const invited = row.status === 'Invited';
  return {
    UserId: row.id, AccountId: row.accountId, PrimaryEmail: row.email, DisplayName: row.displayName || undefined, LicenseType: invited ? row.licence : licenceOf(row, now), UserType: 'PrivateUser',
    UserRegistrationStatus: invited ? 'Unregistered' : REGISTRATION[row.registration], UserInvitationStatus: invited ? 'Pending' : 'Accepted', InvitedOn: row.invitedAt ?? undefined,
    RegisteredOn: row.joinedAt ?? undefined, PersonalPIN: row.personalMeetingNumber,
  };
}

/** Nobody who is deleted stands in an account, nor does the Assistant. */
const REGISTRATION: Readonly<Record<Registration, wire.RegistrationStatus>> = { Unregistered: 'Unregistered', Registered: 'Registered', Suspended: 'Suspended', Released: 'Released', Deleted: 'Released', Assistant: 'Unregistered' };
