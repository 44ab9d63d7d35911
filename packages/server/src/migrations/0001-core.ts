/**
 * The core tables (architecture: "The data at the core"). Times are `timestamptz` written by the application's clock,
 * never by the database's. Forward only; PostgreSQL 15 and PGlite share this text.
 */
export const coreTables = {
  name: '0001-core',
  sql: `
create table owner_account (
  id text primary key,
  name text not null,
  created_at timestamptz not null
);

create table root_user (
  owner_account_id text primary key references owner_account (id),
  email text not null unique,
  password_hash text not null,
  created_at timestamptz not null
);

create table account (
  id uuid primary key,
  owner_account_id text not null references owner_account (id),
  name text not null,
  type text not null,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  email text not null unique,
  display_name text not null,
  sort_name text not null,
  password_hash text,
  totp_secret bytea,
  totp_enabled boolean not null default false,
  totp_last_step bigint,
  locale text,
  picture_version integer,
  personal_meeting_number text not null unique,
  trial_ends_at timestamptz,
  is_owner boolean not null default false,
  last_change_seq bigint not null default 0,
  verified_at timestamptz,
  created_at timestamptz not null
);
create index person_by_name on person (sort_name, id);

create table membership (
  person_id uuid primary key references person (id),
  account_id uuid not null references account (id),
  licence text not null,
  status text not null,
  joined_at timestamptz not null
);
create index membership_by_account on membership (account_id, person_id);

create table session (
  id uuid primary key,
  kind text not null,
  token_hash bytea not null unique,
  person_id uuid references person (id),
  guest_id uuid,
  label text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

create table link (
  secret_hash bytea primary key,
  kind text not null,
  email text,
  person_id uuid references person (id),
  account_id uuid references account (id),
  invited_by uuid references person (id),
  payload jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_by_expiry on link (expires_at);

create table person_change (
  person_id uuid not null references person (id),
  seq bigint not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (person_id, seq)
);

create table channel (
  id uuid primary key,
  kind text not null,
  account_id uuid references account (id),
  name text,
  people_key text unique,
  created_by uuid references person (id),
  created_at timestamptz not null,
  last_seq bigint not null default 0,
  message_count bigint not null default 0,
  member_count integer not null default 0,
  last_event_at timestamptz not null,
  last_message_id uuid
);

create table channel_member (
  channel_id uuid not null references channel (id) on delete cascade,
  member_id uuid not null,
  member_kind text not null default 'person',
  role text not null,
  joined_seq bigint not null,
  joined_at timestamptz not null,
  last_read_ordinal bigint not null default 0,
  visibility text not null default 'visible',
  notification_level text not null default 'always',
  favourite boolean not null default false,
  primary key (channel_id, member_id)
);
create index channel_member_by_member on channel_member (member_id, channel_id);

create table channel_event (
  channel_id uuid not null references channel (id) on delete cascade,
  seq bigint not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (channel_id, seq)
);

create table message (
  channel_id uuid not null references channel (id) on delete cascade,
  seq bigint not null,
  ordinal bigint not null,
  id uuid not null unique,
  sender_id uuid not null,
  sender_kind text not null,
  sender_name text not null,
  content text not null,
  mentions jsonb not null default '[]',
  quoted jsonb,
  client_token text not null,
  created_at timestamptz not null,
  redacted_at timestamptz,
  redacted_by uuid,
  primary key (channel_id, seq),
  unique (channel_id, sender_id, client_token)
);

create table attachment (
  id uuid primary key,
  channel_id uuid not null references channel (id) on delete cascade,
  message_id uuid,
  position integer not null default 0,
  uploaded_by uuid not null,
  name text not null,
  content_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  created_at timestamptz not null
);
create index attachment_by_message on attachment (message_id, position);
create index attachment_unsent on attachment (created_at) where message_id is null;

create table meeting (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  title text not null,
  host_id uuid not null references person (id),
  host_name text not null,
  host_account_id uuid references account (id),
  from_channel_id uuid references channel (id) on delete set null,
  chat_channel_id uuid not null,
  state text not null,
  guests_allowed boolean not null,
  capacity integer not null,
  last_seq bigint not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  empty_since timestamptz
);
create index meeting_open_by_host on meeting (host_id) where ended_at is null;
create unique index meeting_one_per_channel on meeting (from_channel_id) where ended_at is null;
create unique index meeting_one_by_personal_number on meeting (host_id) where ended_at is null and kind = 'personal';
create index meeting_open on meeting (empty_since) where ended_at is null;

create table attendee (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  person_id uuid references person (id),
  guest_id uuid,
  name text not null,
  is_host boolean not null,
  state text not null,
  state_at timestamptz not null,
  sharing boolean not null default false,
  created_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz
);
create unique index attendee_person on attendee (meeting_id, person_id) where person_id is not null;
create unique index attendee_guest on attendee (meeting_id, guest_id) where guest_id is not null;
create index attendee_by_person on attendee (person_id, meeting_id);

create table meeting_event (
  meeting_id uuid not null references meeting (id),
  seq bigint not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (meeting_id, seq)
);

create table job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  unique_key text unique,
  run_at timestamptz not null,
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null
);
create index job_due on job (run_at);
`,
} as const;
