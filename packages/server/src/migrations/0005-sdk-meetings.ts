/** Meetings that programs make through the Chime SDK's operations. */
export const sdkMeetings = {
  name: '0005-sdk-meetings',
  sql: `
create table sdk_meeting (
  id uuid primary key,
  owner_account_id text not null references owner_account (id),
  client_request_token text not null,
  external_meeting_id text,
  meeting_host_id text,
  media_region text not null,
  features jsonb,
  primary_meeting_id text,
  tenant_ids jsonb not null default '[]',
  tags jsonb not null default '[]',
  created_at timestamptz not null,
  empty_since timestamptz,
  ended_at timestamptz
);
create unique index sdk_meeting_by_token on sdk_meeting (owner_account_id, client_request_token) where ended_at is null;
create index sdk_meeting_by_owner on sdk_meeting (owner_account_id, id) where ended_at is null;
create index sdk_meeting_ended on sdk_meeting (ended_at) where ended_at is not null;

create table sdk_attendee (
  id uuid primary key,
  meeting_id uuid not null references sdk_meeting (id) on delete cascade,
  external_user_id text not null,
  audio text not null,
  video text not null,
  content text not null,
  tags jsonb not null default '[]',
  present boolean not null default false,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index sdk_attendee_by_meeting on sdk_attendee (meeting_id, id);
`,
} as const;
