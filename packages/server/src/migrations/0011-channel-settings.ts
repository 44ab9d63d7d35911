/**
 * What members set for themselves and for their rooms: notification on mobile devices, the order of favourites, who invites, who
 * asks to be let in, whom one does not want to hear from. Mentions are read by ordinal, few among many messages.
 */
export const channelSettings = {
  name: '0011-channel-settings',
  sql: `
alter table channel
  add column invite_policy text not null default 'administrators',
  add column access_request_count integer not null default 0;

alter table channel_member
  add column mobile_notification_level text not null default 'always',
  add column position integer;

create index message_mentioning on message (channel_id, ordinal) where mentions <> '[]'::jsonb;
create index channel_member_hidden on channel_member (channel_id) where visibility = 'hidden';

create table room_access_request (
  channel_id uuid not null references channel (id) on delete cascade,
  person_id uuid not null references person (id),
  asked_at timestamptz not null,
  denied_at timestamptz,
  primary key (channel_id, person_id)
);
create index room_access_request_by_person on room_access_request (person_id);

create table blocked_person (
  person_id uuid not null references person (id),
  blocked_id uuid not null references person (id),
  created_at timestamptz not null,
  primary key (person_id, blocked_id)
);
create index blocked_person_by_blocked on blocked_person (blocked_id);
`,
} as const;
