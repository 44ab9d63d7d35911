import type { ColumnType } from 'kysely';
import type { BotAttempt } from '../bots/model.js';
import type { Checksum } from '../buckets/model.js';
import type { AccountType, DomainStatus, License } from '@carillon/wire/aws/generated/chime-types.js';
import type { MeetingFeaturesConfiguration } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { PresenceMode, StatusMessage } from '@carillon/wire/rest/identity.js';
import type { MediaCapability } from '@carillon/wire/media.js';
import type { InvitePolicy, Mention, NotificationLevel, Sender } from '@carillon/wire/rest/chat.js';
import type { FailureCause } from '@carillon/wire/rest/webhooks.js';
import type { AccountId, AttachmentId, AttendeeId, BotId, ChannelId, GuestId, Id, JobId, MeetingId, MessageId, PersonId, ProgramId, SessionId, WebhookId } from '@carillon/kernel/ids.js';

/**
 * The tables as TypeScript sees them. Written by hand beside the migrations; a door test compares it with the database.
 * Times come out as `Date` from both drivers and go in as `Date`.
 */
type WithDefault<T> = ColumnType<T, T | undefined, T>;
type Json<T> = ColumnType<T, string, string>;
type WithDefaultJson<T> = ColumnType<T, string | undefined, string>;

/** What a person may be: named in an invitation only; able to sign in; shut out; shut out with the address free for others; gone. One is no person: the Assistant. */
export type Registration = 'Unregistered' | 'Registered' | 'Suspended' | 'Released' | 'Deleted' | 'Assistant';

export interface Tables {
  owner_account: { id: string; name: string; created_at: Date; alias: string | null; global_settings: WithDefaultJson<Record<string, { CdrBucket?: string }>> };
  root_user: { owner_account_id: string; email: string; password_hash: string; created_at: Date };
  account: {
    id: AccountId; owner_account_id: string; name: string; type: AccountType; created_at: Date; default_license: WithDefault<License>; supported_licenses: WithDefaultJson<License[]>;
    deleted_at: Date | null; disable_remote_control: WithDefault<boolean>; enable_dial_out: WithDefault<boolean>; room_retention: Json<{ days: number; setAt: string; deletesFrom: string }> | null;
    conversation_retention: Json<{ days: number; setAt: string; deletesFrom: string }> | null; signin_delegate_groups: WithDefaultJson<string[]>; meeting_regions: Json<string[]> | null;
  };
  delegate: { id: Id<'Delegate'>; account_id: AccountId; owner_account_id: string; invited_by: string; created_at: Date; expires_at: Date; accepted_at: Date | null };
  person: {
    id: PersonId; email: string; display_name: string; sort_name: string; password_hash: string | null; totp_secret: Buffer | null;
    totp_enabled: WithDefault<boolean>; totp_last_step: number | null; locale: string | null; picture_version: number | null;
    personal_meeting_number: string; trial_ends_at: Date | null; is_owner: WithDefault<boolean>; last_change_seq: WithDefault<number>;
    verified_at: Date | null; created_at: Date; registration: WithDefault<Registration>; purge_after: Date | null; last_account_id: AccountId | null; telephony: Json<{ InboundCalling: boolean; OutboundCalling: boolean; SMS: boolean }> | null;
    presence_mode: WithDefault<PresenceMode>; status_message: Json<StatusMessage> | null; last_active_at: Date | null;
  };
  membership: { person_id: PersonId; account_id: AccountId; licence: License; status: 'Invited' | 'Joined'; joined_at: Date | null; invited_at: Date | null };
  data_export: {
    id: Id<'DataExport'>; account_id: AccountId | null; person_id: PersonId | null; requested_by: string; requested_at: Date; status: 'Pending' | 'Ready' | 'Expired'; completed_at: Date | null;
    expires_at: Date | null; attachment_count: WithDefault<number>;
  };
  assistant_code: { person_id: PersonId; command: 'attachments' | 'deletion'; code_hash: Buffer; expires_at: Date };
  legal_hold: { id: Id<'LegalHold'>; account_id: AccountId; target_type: 'User' | 'Room'; target_id: PersonId | ChannelId; reason: string; created_by: string; created_at: Date };
  domain: {
    account_id: AccountId; name: string; status: DomainStatus; challenge: string; created_at: Date; verified_at: Date | null; checked_until: Date; next_check_at: Date;
  };
  session: {
    id: SessionId; kind: 'person' | 'guest'; token_hash: Buffer; person_id: PersonId | null; guest_id: GuestId | null; label: string;
    created_at: Date; last_seen_at: Date; expires_at: Date;
  };
  console_session: {
    id: Id<'ConsoleSession'>; token_hash: Buffer; owner_account_id: string; user_id: string | null; mfa: boolean; role_key_id: string | null; role_token: Buffer | null; created_at: Date; expires_at: Date;
  };
  notification_settings: {
    person_id: PersonId; desktop: WithDefault<'always' | 'mentions' | 'never'>; mobile: WithDefault<'always' | 'mentions' | 'never'>; calls: WithDefault<boolean>; push_content: WithDefault<boolean>;
    digest: WithDefault<boolean>; digest_content: WithDefault<boolean>; digest_sent_at: Date | null;
  };
  push_subscription: { session_id: SessionId; person_id: PersonId; endpoint: string; p256dh: Buffer; auth: Buffer; mobile: boolean; created_at: Date };
  link: {
    secret_hash: Buffer; kind: string; email: string | null; person_id: PersonId | null; account_id: AccountId | null; invited_by: PersonId | null;
    payload: Json<Record<string, unknown>> | null; created_at: Date; expires_at: Date; used_at: Date | null;
  };
  person_change: { person_id: PersonId; seq: number; kind: string; payload: Json<Record<string, unknown>>; created_at: Date };
  channel: {
    id: ChannelId; kind: 'direct' | 'group' | 'room' | 'meeting'; account_id: AccountId | null; name: string | null; people_key: string | null;
    created_by: PersonId | null; created_at: Date; last_seq: WithDefault<number>; message_count: WithDefault<number>; member_count: WithDefault<number>;
    last_event_at: Date; last_message_id: MessageId | null; created_by_arn: string | null; client_request_token: string | null; updated_at: Date | null;
    retention: Json<{ source: 'room' | 'conversation' | 'mixed'; accountId: string | null; days: number; deletesFrom: string | null }> | null; expired_ordinal: WithDefault<number>;
    invite_policy: WithDefault<InvitePolicy>; access_request_count: WithDefault<number>;
  };
  channel_member: {
    channel_id: ChannelId; member_id: PersonId | GuestId | ProgramId; member_kind: WithDefault<Sender['kind']>; role: 'Administrator' | 'Member'; joined_seq: number;
    joined_at: Date; last_read_ordinal: WithDefault<number>; visibility: WithDefault<'visible' | 'hidden'>; notification_level: WithDefault<NotificationLevel>;
    favourite: WithDefault<boolean>; invited_by: string | null; updated_at: Date | null; mobile_notification_level: WithDefault<NotificationLevel>; position: number | null;
    program_name: string | null;
  };
  channel_event: { channel_id: ChannelId; seq: number; kind: string; payload: Json<Record<string, unknown>>; created_at: Date };
  message: {
    channel_id: ChannelId; seq: number; ordinal: number; id: MessageId; sender_id: PersonId | GuestId | ProgramId; sender_kind: Sender['kind']; sender_name: string;
    content: string; mentions: WithDefaultJson<Mention[]>; quoted: Json<{ messageId: MessageId; sender: string; excerpt: string }> | null; client_token: string;
    created_at: Date; redacted_at: Date | null; redacted_by: PersonId | null; redacted_by_arn: string | null;
  };
  webhook: {
    id: WebhookId; channel_id: ChannelId | null; token: Buffer | null; token_hash: Buffer; created_by: PersonId; created_at: Date; last_used_at: Date | null;
    failures: WithDefaultJson<Partial<Record<FailureCause, number>>>; last_failure_cause: FailureCause | null; last_failure_at: Date | null; removed_at: Date | null;
  };
  webhook_ended_token: { webhook_id: WebhookId; token_hash: Buffer; ended_at: Date };
  program_pace: { limit_key: string; taken_at: Date };
  room_access_request: { channel_id: ChannelId; person_id: PersonId; asked_at: Date; denied_at: Date | null };
  blocked_person: { person_id: PersonId; blocked_id: PersonId; created_at: Date };
  attachment: {
    id: AttachmentId; channel_id: ChannelId; message_id: MessageId | null; position: WithDefault<number>; uploaded_by: PersonId | GuestId; name: string;
    content_type: string; bytes: number; width: number | null; height: number | null; created_at: Date;
    moves: WithDefault<boolean>;
  };
  link_preview: {
    message_id: MessageId; channel_id: ChannelId; link_hash: Buffer; outcome: 'page' | 'picture' | 'nothing'; address: string | null; site_name: string | null; title: string | null;
    description: string | null; picture_width: number | null; picture_height: number | null; picture_moves: WithDefault<boolean>; fetched_at: Date;
  };
  /** Kept by triggers; read by `find_messages`. */
  message_word: { channel_id: ChannelId; word: string; block: number; offsets: number[] };
  contact: { owner_id: PersonId; email: string; name: string; person_id: PersonId | null; created_at: Date };
  meeting: {
    id: MeetingId; number: string; kind: 'instant' | 'personal'; title: string; host_id: PersonId; host_name: string; host_account_id: AccountId | null;
    from_channel_id: ChannelId | null; chat_channel_id: ChannelId; state: 'waiting' | 'running' | 'ended'; guests_allowed: boolean; capacity: number;
    last_seq: WithDefault<number>; created_at: Date; started_at: Date | null; ended_at: Date | null; empty_since: Date | null;
  };
  attendee: {
    id: AttendeeId; meeting_id: MeetingId; person_id: PersonId | null; guest_id: GuestId | null; name: string; is_host: boolean;
    state: 'waiting' | 'admitted' | 'present' | 'left' | 'removed'; state_at: Date; sharing: WithDefault<boolean>; created_at: Date; joined_at: Date | null; left_at: Date | null;
  };
  meeting_event: { meeting_id: MeetingId; seq: number; kind: string; payload: Json<Record<string, unknown>>; created_at: Date };
  sdk_meeting: {
    id: MeetingId; owner_account_id: string; client_request_token: string; external_meeting_id: string | null; meeting_host_id: string | null; media_region: string;
    features: Json<MeetingFeaturesConfiguration> | null; primary_meeting_id: string | null; tenant_ids: WithDefaultJson<string[]>; tags: WithDefaultJson<{ Key: string; Value: string }[]>;
    created_at: Date; empty_since: Date | null; ended_at: Date | null;
  };
  sdk_attendee: {
    id: AttendeeId; meeting_id: MeetingId; external_user_id: string; audio: MediaCapability; video: MediaCapability; content: MediaCapability;
    tags: WithDefaultJson<{ Key: string; Value: string }[]>; present: WithDefault<boolean>; created_at: Date; removed_at: Date | null;
  };
  iam_user: {
    id: string; owner_account_id: string; name: string; path: string; boundary_arn: string | null; password_hash: string | null; password_changed_at: Date | null;
    password_reset_required: WithDefault<boolean>; created_at: Date;
  };
  iam_group: { id: string; owner_account_id: string; name: string; path: string; created_at: Date };
  iam_group_member: { group_id: string; user_id: string };
  iam_role: {
    id: string; owner_account_id: string; name: string; path: string; description: string | null; trust_policy: string; max_session_seconds: number; boundary_arn: string | null;
    service: string | null; created_at: Date;
  };
  iam_policy: {
    arn: string; id: string; owner_account_id: string; name: string; path: string; description: string | null; default_version: number; last_version: number; created_at: Date; updated_at: Date;
  };
  iam_policy_version: { policy_arn: string; version: number; document: string; created_at: Date };
  iam_attachment: { entity_id: string; policy_arn: string; owner_account_id: string };
  iam_inline_policy: { entity_id: string; name: string; document: string };
  iam_access_key: {
    id: string; owner_account_id: string; user_id: string | null; secret: Buffer; status: 'Active' | 'Inactive'; created_at: Date; last_used_at: Date | null; last_used_service: string | null;
    last_used_region: string | null;
  };
  iam_mfa_device: { serial_number: string; owner_account_id: string; user_id: string | null; secret: Buffer; enabled_at: Date | null; last_step: number | null };
  audit_event: {
    id: Id<'AuditEvent'>; owner_account_id: string; at: Date; source: string; name: string; user_name: string; access_key_id: string | null; read_only: boolean; record: Json<Record<string, unknown>>;
  };
  bucket: { name: string; owner_account_id: string; region: string; policy: string | null; created_at: Date };
  object: {
    bucket: string; key: string; blob_id: Id<'Blob'>; bytes: number; etag: string; content_type: string; metadata: WithDefaultJson<Record<string, string>>; written_at: Date;
    headers: WithDefaultJson<Record<string, string>>; checksum: Json<Checksum> | null;
  };
  multipart_upload: {
    id: Id<'Upload'>; bucket: string; key: string; content_type: string; metadata: WithDefaultJson<Record<string, string>>; created_at: Date;
    headers: WithDefaultJson<Record<string, string>>; checksum: Json<Omit<Checksum, 'value'>> | null;
  };
  multipart_part: { upload_id: Id<'Upload'>; number: number; blob_id: Id<'Blob'>; bytes: number; etag: string; checksum: Json<Checksum> | null };
  trail: {
    id: Id<'Trail'>; owner_account_id: string; name: string; region: string; bucket: string; prefix: string | null; global_events: boolean; multi_region: boolean;
    read_write: WithDefault<'All' | 'ReadOnly' | 'WriteOnly'>; logging: WithDefault<boolean>; created_at: Date; logging_started_at: Date | null; logging_stopped_at: Date | null;
    delivered_at: Date | null; attempted_at: Date | null; delivery_error: string | null;
  };
  trail_record: { trail_id: Id<'Trail'>; event_id: Id<'AuditEvent'>; at: Date; batch: string | null };
  bot: {
    id: BotId; account_id: AccountId; display_name: string; email: string; disabled: WithDefault<boolean>; security_token: Buffer; created_at: Date; updated_at: Date; endpoint: string | null;
    lambda_arn: string | null; failures_in_row: WithDefault<number>; paused_until: Date | null; delivering_until: Date | null;
  };
  bot_delivery: {
    id: Id<'BotDelivery'>; bot_id: BotId; channel_id: ChannelId; event_type: 'Invite' | 'Mention' | 'Remove'; event_at: Date; sender: string; message_id: MessageId | null; message: string | null;
    state: WithDefault<'Pending' | 'Delivered' | 'Failed'>; reason: string | null; attempts: WithDefaultJson<BotAttempt[]>; ended_at: Date | null; redelivery_of: Id<'BotDelivery'> | null;
  };
  bot_reply_url: { id: Id<'BotReplyUrl'>; token_hash: Buffer; bot_id: BotId; channel_id: ChannelId; created_at: Date; expires_at: Date | null };
  job: {
    id: JobId; kind: string; payload: Json<Record<string, unknown>>; unique_key: string | null; run_at: Date; attempts: WithDefault<number>;
    locked_until: Date | null; last_error: string | null; created_at: Date;
  };
}
