import { Type, type Static } from 'typebox';
import { EmailAddress, LinkSecret, Locale, NewPassword } from '../values.js';
import { route } from './route.js';

/** The console's door: a session of its own, apart from people's, and every operation by its name. */

const Password = Type.String({ minLength: 1, maxLength: 200 });
const Code = Type.String({ pattern: '^[0-9]{6}$' });
const OwnerAccountId = Type.String({ pattern: '^[0-9]{12}$' });
/** An owner account's number, or its alias. */
const AccountIdOrAlias = Type.String({ minLength: 1, maxLength: 63 });
const EntityName = Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\w+=,.@-]+$' });

export const ConsoleIdentity = Type.Object({
  ownerAccountId: OwnerAccountId,
  accountAlias: Type.Union([Type.String(), Type.Null()]),
  /** The owner's name, as it was given when the server was set up. */
  ownerName: Type.String(),
  type: Type.Union([Type.Literal('Root'), Type.Literal('IAMUser'), Type.Literal('AssumedRole')]),
  arn: Type.String(),
  /** Of whoever signed in; `root` for the root user. */
  userName: Type.String(),
  /** The root user's address. */
  email: Type.Union([Type.String(), Type.Null()]),
  mfa: Type.Boolean(),
  expiresAt: Type.String(),
  /** The role that was switched to. */
  role: Type.Union([Type.Object({ ownerAccountId: OwnerAccountId, roleName: Type.String() }), Type.Null()]),
});
export type ConsoleIdentity = Static<typeof ConsoleIdentity>;

const Identified = Type.Object({ identity: ConsoleIdentity });

export const getConsoleSession = route('GET', '/console/api/session', { reply: Type.Object({ identity: Type.Union([ConsoleIdentity, Type.Null()]) }) });
/** `newPassword` where the refusal said `password-reset-required`; `totp` where it said `totp-required`. */
export const signInToConsole = route('POST', '/console/api/sign-in', {
  body: Type.Union([
    Type.Object({ as: Type.Literal('root'), email: EmailAddress, password: Password, totp: Type.Optional(Code) }),
    Type.Object({ as: Type.Literal('user'), account: AccountIdOrAlias, userName: EntityName, password: Password, totp: Type.Optional(Code), newPassword: Type.Optional(NewPassword) }),
  ]),
  reply: Identified,
});
/** Mails the root user a link, if this is its address; the answer is the same if not. */
export const requestRootPassword = route('POST', '/console/api/root-password', { body: Type.Object({ email: EmailAddress, locale: Type.Optional(Locale) }) });
/** Spends the link. `totp` where the refusal said `totp-required`. */
export const chooseRootPassword = route('POST', '/console/api/root-password/choose', { body: Type.Object({ secret: LinkSecret, password: NewPassword, totp: Type.Optional(Code) }) });
export const signOutOfConsole = route('POST', '/console/api/sign-out');
export const switchRole = route('POST', '/console/api/switch-role', { body: Type.Object({ account: AccountIdOrAlias, roleName: EntityName }), reply: Identified });
export const exitRole = route('POST', '/console/api/exit-role', { reply: Identified });

/** Which of these actions one may do on a resource, or without it on every one: for showing what one may not do as such. The server decides again when it is done. */
export const getPermissions = route('POST', '/console/api/permissions', {
  body: Type.Object({ actions: Type.Array(Type.String({ pattern: '^[a-z0-9-]{2,30}:[A-Za-z0-9]{1,80}$' }), { minItems: 1, maxItems: 200 }), resource: Type.Optional(Type.String({ pattern: '^arn:aws:', maxLength: 1_200 })) }),
  reply: Type.Object({ allowed: Type.Array(Type.String()) }),
});

/** The root user's own credentials; IAM's operations are for users. */
export const getRootCredentials = route('GET', '/console/api/root', {
  reply: Type.Object({ email: Type.String(), mfaDevices: Type.Array(Type.Object({ serialNumber: Type.String(), enabledAt: Type.String() })) }),
});
export const changeRootPassword = route('POST', '/console/api/root/password', { body: Type.Object({ current: Password, next: NewPassword }) });
export const beginRootMfa = route('POST', '/console/api/root/mfa', { reply: Type.Object({ serialNumber: Type.String(), secret: Type.String(), qrPng: Type.String() }) });
export const enableRootMfa = route('POST', '/console/api/root/mfa/enable', { body: Type.Object({ code1: Code, code2: Code }) });
/** Asks for the password, because a lent computer must not be enough. */
export const removeRootMfa = route('POST', '/console/api/root/mfa/remove', { body: Type.Object({ password: Password }) });

/** `ListUsers`, or with its service before it `iam:ListUsers`. Members of body and reply are the operation's own, times in ISO 8601, bytes in base64. */
export const performConsoleOperation = route('POST', '/console/op/:operation', {
  params: Type.Object({ operation: Type.String({ pattern: '^([a-z0-9-]{2,30}:)?[A-Za-z0-9]{1,80}$' }) }),
  body: Type.Record(Type.String(), Type.Unknown()),
  reply: Type.Record(Type.String(), Type.Unknown()),
});
