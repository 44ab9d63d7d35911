import { Type, type TUnsafe } from 'typebox';
import type { AccountId, AttachmentId, AttendeeId, BotId, ChannelId, GuestId, Id, MeetingId, MessageId, PersonId, SessionId, WebhookId } from '@carillon/kernel/ids.js';

/** The small values that many messages share. */

const UUID_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

function idValue<Kind extends string>(): TUnsafe<Id<Kind>> {
  return Type.Unsafe<Id<Kind>>(Type.String({ pattern: UUID_PATTERN }));
}

export const AccountIdValue: TUnsafe<AccountId> = idValue<'Account'>();
export const PersonIdValue: TUnsafe<PersonId> = idValue<'Person'>();
export const SessionIdValue: TUnsafe<SessionId> = idValue<'Session'>();
export const ChannelIdValue: TUnsafe<ChannelId> = idValue<'Channel'>();
export const MessageIdValue: TUnsafe<MessageId> = idValue<'Message'>();
export const AttachmentIdValue: TUnsafe<AttachmentId> = idValue<'Attachment'>();
export const MeetingIdValue: TUnsafe<MeetingId> = idValue<'Meeting'>();
export const AttendeeIdValue: TUnsafe<AttendeeId> = idValue<'Attendee'>();
export const GuestIdValue: TUnsafe<GuestId> = idValue<'Guest'>();
export const WebhookIdValue: TUnsafe<WebhookId> = idValue<'Webhook'>();
export const BotIdValue: TUnsafe<BotId> = idValue<'Bot'>();

/** ISO 8601 in UTC with milliseconds. */
export const Time = Type.String({ minLength: 20, maxLength: 30 });

export const EMAIL_LENGTH_MAX = 254;
export const NAME_LENGTH_MAX = 60;
/** Bots of an account, and the characters of a bot's name (guide, "Integrazione dei chatbot"). */
export const BOTS_MAX = 10;
export const BOT_NAME_LENGTH_MAX = 55;
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 200;

/** An address as people type it; compared in lower case. Deliberately loose: only a mail that arrives proves an address. */
export const EmailAddress = Type.String({ maxLength: EMAIL_LENGTH_MAX, pattern: '^[^\\s@<>"]+@[^\\s@<>"]+\\.[^\\s@<>".]+$' });
export const DisplayName = Type.String({ minLength: 1, maxLength: NAME_LENGTH_MAX, pattern: '\\S' });
export const NewPassword = Type.String({ minLength: PASSWORD_LENGTH_MIN, maxLength: PASSWORD_LENGTH_MAX });
/** The secret part of a link, or anything somebody pretends to be one. */
export const LinkSecret = Type.String({ minLength: 1, maxLength: 200 });

/** 10 digits that people type (guide, PIN-01); spaces are taken out before it gets here. */
export const MeetingNumber = Type.String({ pattern: '^[0-9]{10}$' });

export const Locale = Type.Union([Type.Literal('en'), Type.Literal('it')]);
