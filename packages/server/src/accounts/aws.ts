import { badRequest } from '@carillon/kernel/errors.js';
import type { AccountId } from '@carillon/kernel/ids.js';
import type { Ctx } from '../ctx.js';
import { read, write, type Operation } from '../operation.js';
import { accessPrincipal } from '../iam/access.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessAccount, lockOwnAccount } from './access.js';
import { readAccounts, readAccountSummaries, readGlobalSettings, updateAccount, updateGlobalSettings } from './admin-store.js';
import { acceptDelegate, inviteDelegate, listDelegates, removeDelegate, renewDelegate } from './delegates.js';
import { ACCOUNTS_PAGE, nextRetention, presentAccount, presentDelegate, presentSummary, type AccountRow } from './model.js';
import { insertAccount } from './store.js';

export const accountOperations: readonly Operation[] = [
  write('chime', 'CreateAccount', async (ctx, input) => {
    const id = ctx.ids.next<'Account'>();
    await insertAccount(ctx.sql, { id, ownerAccountId: accessPrincipal(ctx).ownerAccountId, name: input.Name, type: 'Team', at: ctx.now() });
    return { Account: presentAccount(await accessAccount(ctx, id)) };
  }),
  read('chime', 'GetAccount', async (ctx, input) => ({ Account: presentAccount(await accessAccount(ctx, input.AccountId)) })),
  read('chime', 'ListAccounts', async (ctx, input) => {
    const owner = accessPrincipal(ctx).ownerAccountId;
    const scope = `ListAccounts ${owner} ${input.Name ?? ''} ${input.UserEmail ?? ''}`;
    const limit = input.MaxResults ?? ACCOUNTS_PAGE;
    const after = openPageToken(ctx, scope, input.NextToken) as AccountId | undefined;
    const rows = await readAccounts(ctx.sql, owner, { name: input.Name, email: input.UserEmail?.trim().toLowerCase(), after }, limit);
    const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => last.id);
    return { Accounts: shown.map(presentAccount), NextToken: nextToken };
  }),
  // The console's list: whoever may list accounts may see how many users they have.
  read('chime', 'ListAccountSummaries', async (ctx, input) => {
    const owner = accessPrincipal(ctx).ownerAccountId;
    const scope = `ListAccountSummaries ${owner} ${input.Status ?? ''} ${input.Name ?? ''}`;
    const limit = input.MaxResults ?? ACCOUNTS_PAGE;
    const after = openPageToken(ctx, scope, input.NextToken) as { name: string; id: AccountId } | undefined;
    const rows = await readAccountSummaries(ctx.sql, owner, { disabled: input.Status === 'Disabled', name: input.Name, after }, limit);
    const { shown, nextToken } = cutPage(ctx, scope, rows, limit, last => ({ id: last.id, name: last.name.toLowerCase() }));
    return { AccountSummaries: shown.map(presentSummary), NextToken: nextToken };
  }, { action: 'chime:ListAccounts' }),
  read('chime', 'GetAccountResource', async (ctx, input) => presentResource(ctx, await accessAccount(ctx, input.AccountId))),
  write('chime', 'UpdateAccountResource', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    const { Mode, Regions = [] } = input.MeetingRegions ?? {};
    if (Mode === undefined) return presentResource(ctx, account);
    const available = [ctx.config.mediaRegion];
    if (Mode === 'Selected' && (Regions.length === 0 || Regions.some(region => !available.includes(region)))) throw badRequest(`Choose at least one region, of those that there are: ${available.join(', ')}.`);
    const meetingRegions = Mode === 'Selected' ? [...new Set(Regions)] : null;
    await updateAccount(ctx.sql, account.id, { meetingRegions });
    return presentResource(ctx, { ...account, meetingRegions });
  }),
  write('chime', 'UpdateAccount', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    if (input.DefaultLicense !== undefined && !account.supportedLicenses.includes(input.DefaultLicense)) throw badRequest('The account does not support this licence.');
    return change(ctx, account, { ...(input.Name !== undefined && { name: input.Name }), ...(input.DefaultLicense !== undefined && { defaultLicense: input.DefaultLicense }) });
  }),
  write('chime', 'RenameAccount', async (ctx, input) => change(ctx, await lockOwnAccount(ctx, input.AccountId), { name: input.Name })),
  write('chime', 'UpdateSupportedLicenses', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    if (input.SupportedLicenses.length === 0 || input.SupportedLicenses.some(one => one !== 'Basic' && one !== 'Pro')) throw badRequest('Licences that an account can support are Basic and Pro.');
    return change(ctx, account, { supportedLicenses: [...new Set(input.SupportedLicenses)] });
  }),
  read('chime', 'GetAccountSettings', async (ctx, input) => {
    const { disableRemoteControl, enableDialOut } = await accessAccount(ctx, input.AccountId);
    return { AccountSettings: { DisableRemoteControl: disableRemoteControl, EnableDialOut: enableDialOut } };
  }),
  write('chime', 'UpdateAccountSettings', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    const { DisableRemoteControl = account.disableRemoteControl, EnableDialOut = account.enableDialOut } = input.AccountSettings;
    await updateAccount(ctx.sql, account.id, { disableRemoteControl: DisableRemoteControl, enableDialOut: EnableDialOut });
    return {};
  }),
  read('chime', 'GetRetentionSettings', async (ctx, input) => presentRetention(await accessAccount(ctx, input.AccountId))),
  write('chime', 'PutRetentionSettings', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    if (account.type === 'Team') throw badRequest('Only Enterprise accounts set retention. Claim a domain first.');
    const { RoomRetentionSettings: room, ConversationRetentionSettings: conversation } = input.RetentionSettings;
    const set = {
      ...(room && { roomRetention: nextRetention(account.roomRetention, room.RetentionDays, ctx.clock.now()) }),
      ...(conversation && { conversationRetention: nextRetention(account.conversationRetention, conversation.RetentionDays, ctx.clock.now()) }),
    };
    if (Object.keys(set).length > 0) await updateAccount(ctx.sql, account.id, set);
    return presentRetention({ ...account, ...set });
  }),
  write('chime', 'AssociateSigninDelegateGroupsWithAccount', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    const names = input.SigninDelegateGroups.flatMap(group => group.GroupName ?? []);
    await updateAccount(ctx.sql, account.id, { signinDelegateGroups: [...new Set([...account.signinDelegateGroups, ...names])] });
    return {};
  }),
  write('chime', 'DisassociateSigninDelegateGroupsFromAccount', async (ctx, input) => {
    const account = await lockOwnAccount(ctx, input.AccountId);
    await updateAccount(ctx.sql, account.id, { signinDelegateGroups: account.signinDelegateGroups.filter(name => !input.GroupNames.includes(name)) });
    return {};
  }),
  read('chime', 'GetGlobalSettings', async ctx => readGlobalSettings(ctx.sql, accessPrincipal(ctx).ownerAccountId)),
  write('chime', 'UpdateGlobalSettings', async (ctx, input) => {
    const owner = accessPrincipal(ctx).ownerAccountId;
    const before = await readGlobalSettings(ctx.sql, owner);
    await updateGlobalSettings(ctx.sql, owner, { BusinessCalling: input.BusinessCalling ?? before.BusinessCalling, VoiceConnector: input.VoiceConnector ?? before.VoiceConnector });
  }),
  write('chime', 'InviteDelegate', async (ctx, input) => ({ Delegate: presentDelegate(await inviteDelegate(ctx, input.AccountId, input.AwsAccountId), ctx.now()) })),
  write('chime', 'AcceptDelegate', async (ctx, input) => ({ Delegate: presentDelegate(await acceptDelegate(ctx, input.DelegateId), ctx.now()) })),
  write('chime', 'RenewDelegate', async (ctx, input) => ({ Delegate: presentDelegate(await renewDelegate(ctx, input.AccountId, input.DelegateId), ctx.now()) })),
  write('chime', 'DeleteDelegate', (ctx, input) => removeDelegate(ctx, input.AccountId, input.DelegateId)),
  read('chime', 'ListDelegates', async (ctx, input) => {
    const { delegates, nextToken } = await listDelegates(ctx, input.AccountId, input);
    return { Delegates: delegates.map(one => presentDelegate(one, ctx.now())), NextToken: nextToken };
  }),
];

/** Where meetings of the account may run (guide, MST-04). */
function presentResource(ctx: Ctx, { id, meetingRegions }: AccountRow) {
  return { AccountResource: { AccountId: id, MeetingRegions: { Mode: meetingRegions ? 'Selected' as const : 'All' as const, Regions: meetingRegions ?? [] }, AvailableRegions: [ctx.config.mediaRegion] } };
}

async function change(ctx: Ctx, account: AccountRow, set: Parameters<typeof updateAccount>[2]) {
  if (Object.keys(set).length > 0) await updateAccount(ctx.sql, account.id, set);
  return { Account: presentAccount({ ...account, ...set }) };
}

/** `InitiateDeletionTimestamp`: when the first of the two begins to delete for good. */
function presentRetention({ roomRetention, conversationRetention }: Pick<AccountRow, 'roomRetention' | 'conversationRetention'>) {
  const times = [roomRetention, conversationRetention].flatMap(policy => (policy ? [policy.deletesFrom] : [])).toSorted();
  return {
    RetentionSettings: {
      RoomRetentionSettings: roomRetention ? { RetentionDays: roomRetention.days } : {}, ConversationRetentionSettings: conversationRetention ? { RetentionDays: conversationRetention.days } : {},
    },
    InitiateDeletionTimestamp: times[0] === undefined ? undefined : new Date(times[0]),
  };
}
