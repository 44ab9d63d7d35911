import { Type, type Static } from 'typebox';
import {
  AccountIdValue, AttendeeIdValue, DisplayName, EmailAddress, GuestIdValue, LinkSecret, Locale, MeetingIdValue, MeetingNumber, NewPassword, PersonIdValue,
  SessionIdValue, Time,
} from '../values.js';
import { route } from './route.js';

/** Who one is: set-up, sign-up, sign-in, devices, password, second factor, own profile. */

export const Person = Type.Object({
  id: PersonIdValue,
  displayName: Type.String(),
  email: Type.String(),
  /** Changes when the picture does; null without one. The picture is at `/api/people/<id>/picture?v=<pictureVersion>`. */
  pictureVersion: Type.Union([Type.Integer(), Type.Null()]),
});
export type Person = Static<typeof Person>;

/** Pro while the 30-day trial runs or the account gives it, Basic otherwise (guide, GST-02 and PRO-01). */
export const Licence = Type.Union([Type.Literal('Basic'), Type.Literal('Pro'), Type.Literal('ProTrial')]);

/**
 * What a person chose to be shown as (guide, presence). `automatic`: what their devices and meetings make of it. `private`: offline to everybody else,
 * which administrators see as the privacy setting Private (USR-11).
 */
export const PresenceMode = Type.Union([Type.Literal('automatic'), Type.Literal('available'), Type.Literal('busy'), Type.Literal('dnd'), Type.Literal('private')]);
export type PresenceMode = Static<typeof PresenceMode>;

export const STATUS_TEXT_LENGTH_MAX = 100;
/** A word beside the presence. `text` belongs to `own` and is null otherwise; after `until` nobody shows it any more. */
export const StatusMessage = Type.Object({
  kind: Type.Union([Type.Literal('brb'), Type.Literal('commuting'), Type.Literal('on-call'), Type.Literal('out-sick'), Type.Literal('vacationing'), Type.Literal('own')]),
  text: Type.Union([Type.String({ minLength: 1, maxLength: STATUS_TEXT_LENGTH_MAX, pattern: '\\S' }), Type.Null()]),
  until: Type.Union([Time, Type.Null()]),
});
export type StatusMessage = Static<typeof StatusMessage>;

export const Me = Type.Object({
  ...Person.properties,
  licence: Licence,
  trialEndsAt: Type.Union([Time, Type.Null()]),
  personalMeetingNumber: MeetingNumber,
  account: Type.Union([Type.Object({ id: AccountIdValue, name: Type.String() }), Type.Null()]),
  locale: Type.Union([Locale, Type.Null()]),
  totpEnabled: Type.Boolean(),
  /** May see the debug pages: the person of the server's owner. */
  isOwner: Type.Boolean(),
  presenceMode: PresenceMode,
  statusMessage: Type.Union([StatusMessage, Type.Null()]),
});
export type Me = Static<typeof Me>;

export const SignUpPolicy = Type.Union([Type.Literal('open'), Type.Literal('invited'), Type.Literal('domains')]);
export type SignUpPolicy = Static<typeof SignUpPolicy>;

export const Session = Type.Union([
  Type.Object({ kind: Type.Literal('none'), signUp: SignUpPolicy, setupNeeded: Type.Boolean(), demo: Type.Boolean() }),
  Type.Object({ kind: Type.Literal('person'), me: Me, demo: Type.Boolean() }),
  /** Somebody who gave a name at a meeting's door and may go nowhere else. */
  Type.Object({ kind: Type.Literal('guest'), guestId: GuestIdValue, name: Type.String(), meetingId: MeetingIdValue, attendeeId: AttendeeIdValue, demo: Type.Boolean() }),
]);
export type Session = Static<typeof Session>;

const SignedIn = Type.Object({ me: Me });
const Password = Type.String({ minLength: 1, maxLength: 200 });

export const getSession = route('GET', '/api/session', { reply: Session });

/** Spends the one-time link that `npm start` prints. Makes the owner account, its root user, a Team account and its first person. */
export const setUp = route('POST', '/api/setup', {
  body: Type.Object({ secret: LinkSecret, displayName: DisplayName, email: EmailAddress, password: NewPassword, accountName: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }) }),
  reply: SignedIn,
});

/** Refused with reason `totp-required` when the password is right and a code is needed, `totp-wrong` when the code is not. */
export const signIn = route('POST', '/api/sign-in', {
  body: Type.Object({ email: EmailAddress, password: Password, totp: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })) }),
  reply: SignedIn,
});
export const signOut = route('POST', '/api/sign-out');
export const signOutEverywhere = route('POST', '/api/sign-out-everywhere');

/** Always answers the same, whether the address is known or not; the mail says what is possible. */
export const signUp = route('POST', '/api/sign-up', { body: Type.Object({ displayName: DisplayName, email: EmailAddress, password: NewPassword, locale: Type.Optional(Locale) }) });
export const verifyEmail = route('POST', '/api/verify-email', { body: Type.Object({ secret: LinkSecret }), reply: SignedIn });

export const requestPasswordReset = route('POST', '/api/password-reset', { body: Type.Object({ email: EmailAddress, locale: Type.Optional(Locale) }) });
/** Signs the person out everywhere else. Refused with `totp-required`, the link still good, when a second factor is set up. */
export const resetPassword = route('POST', '/api/password-reset/confirm', { body: Type.Object({ secret: LinkSecret, password: NewPassword, totp: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })) }), reply: SignedIn });

export const InvitationResult = Type.Object({
  email: Type.String(),
  status: Type.Union([Type.Literal('invited'), Type.Literal('already-member')]),
  /** Only when the server sends no mail: hand it over yourself. */
  link: Type.Optional(Type.String()),
});
export const invitePeople = route('POST', '/api/invitations', {
  body: Type.Object({ emails: Type.Array(EmailAddress, { minItems: 1, maxItems: 50 }) }),
  reply: Type.Object({ results: Type.Array(InvitationResult) }),
});
export const getInvitation = route('GET', '/api/invitations/:secret', {
  params: Type.Object({ secret: LinkSecret }),
  reply: Type.Object({ email: Type.String(), accountName: Type.String(), invitedBy: Type.String(), known: Type.Boolean() }),
});
/** A known person signs in with their password; a new one gives a name and chooses a password. */
export const acceptInvitation = route('POST', '/api/invitations/accept', {
  body: Type.Object({ secret: LinkSecret, displayName: Type.Optional(DisplayName), password: Type.String({ minLength: 1, maxLength: 200 }), totp: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })) }),
  reply: SignedIn,
});

export const Device = Type.Object({
  id: SessionIdValue,
  /** Browser and system, as far as the User-Agent tells: `Firefox, Linux`. */
  label: Type.String(),
  createdAt: Time,
  lastSeenAt: Time,
  current: Type.Boolean(),
});
export type Device = Static<typeof Device>;
export const listDevices = route('GET', '/api/devices', { reply: Type.Object({ devices: Type.Array(Device) }) });
export const removeDevice = route('DELETE', '/api/devices/:sessionId', { params: Type.Object({ sessionId: SessionIdValue }) });

export const updateMe = route('PATCH', '/api/me', { body: Type.Object({ displayName: Type.Optional(DisplayName), locale: Type.Optional(Locale) }), reply: SignedIn });
/** How one is shown to others, and a word beside it; one's other devices and whoever has one on screen hear of it at once. */
export const setStatus = route('PUT', '/api/me/status', { body: Type.Object({ mode: Type.Optional(PresenceMode), message: Type.Optional(Type.Union([StatusMessage, Type.Null()])) }), reply: SignedIn });
export const changePassword = route('POST', '/api/me/password', { body: Type.Object({ current: Password, next: NewPassword }) });
/** Any image that the server can decode; it is re-encoded to a square and loses its metadata. */
export const putPicture = route('PUT', '/api/me/picture', { rawBody: true, reply: SignedIn });
export const deletePicture = route('DELETE', '/api/me/picture', { reply: SignedIn });

export const beginTotp = route('POST', '/api/me/totp/begin', { reply: Type.Object({ secret: Type.String(), uri: Type.String(), qrSvg: Type.String() }) });
export const confirmTotp = route('POST', '/api/me/totp/confirm', { body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }), reply: SignedIn });
export const disableTotp = route('POST', '/api/me/totp/disable', { body: Type.Object({ password: Password }), reply: SignedIn });

/** Demo mode only: the logins and what would have been mailed. */
export const getDemo = route('GET', '/api/demo', {
  reply: Type.Object({
    people: Type.Array(Type.Object({ displayName: Type.String(), email: Type.String(), password: Type.String() })),
    meetingUrl: Type.String(),
    /** Of the console. */
    root: Type.Object({ email: Type.String(), password: Type.String() }),
    mails: Type.Array(Type.Object({ to: Type.String(), subject: Type.String(), text: Type.String(), at: Time })),
  }),
});
