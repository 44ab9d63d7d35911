/** Identities of owner accounts, what they may do, and the record of what was done. Secrets are sealed or hashed. */
export const iam = {
  name: '0003-iam',
  sql: `
alter table owner_account add column alias text unique;

create table iam_user (
  id text primary key,
  owner_account_id text not null references owner_account (id),
  name text not null,
  path text not null,
  boundary_arn text,
  password_hash text,
  password_changed_at timestamptz,
  password_reset_required boolean not null default false,
  created_at timestamptz not null
);
create unique index iam_user_by_name on iam_user (owner_account_id, lower(name));

create table iam_group (
  id text primary key,
  owner_account_id text not null references owner_account (id),
  name text not null,
  path text not null,
  created_at timestamptz not null
);
create unique index iam_group_by_name on iam_group (owner_account_id, lower(name));

create table iam_group_member (
  group_id text not null references iam_group (id),
  user_id text not null references iam_user (id),
  primary key (user_id, group_id)
);
create index iam_group_member_by_group on iam_group_member (group_id);

create table iam_role (
  id text primary key,
  owner_account_id text not null references owner_account (id),
  name text not null,
  path text not null,
  description text,
  trust_policy text not null,
  max_session_seconds integer not null,
  boundary_arn text,
  service text,
  created_at timestamptz not null
);
create unique index iam_role_by_name on iam_role (owner_account_id, lower(name));

create table iam_policy (
  arn text primary key,
  id text not null,
  owner_account_id text not null references owner_account (id),
  name text not null,
  path text not null,
  description text,
  default_version integer not null,
  last_version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index iam_policy_by_name on iam_policy (owner_account_id, lower(name));

create table iam_policy_version (
  policy_arn text not null references iam_policy (arn) on delete cascade,
  version integer not null,
  document text not null,
  created_at timestamptz not null,
  primary key (policy_arn, version)
);

create table iam_attachment (
  entity_id text not null,
  policy_arn text not null,
  owner_account_id text not null references owner_account (id),
  primary key (entity_id, policy_arn)
);
create index iam_attachment_by_policy on iam_attachment (owner_account_id, policy_arn);

create table iam_inline_policy (
  entity_id text not null,
  name text not null,
  document text not null,
  primary key (entity_id, name)
);

create table iam_access_key (
  id text primary key,
  owner_account_id text not null references owner_account (id),
  user_id text references iam_user (id),
  secret bytea not null,
  status text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  last_used_service text,
  last_used_region text
);
create index iam_access_key_by_user on iam_access_key (owner_account_id, user_id);

create table iam_mfa_device (
  serial_number text primary key,
  owner_account_id text not null references owner_account (id),
  user_id text references iam_user (id),
  secret bytea not null,
  enabled_at timestamptz,
  last_step bigint
);
create index iam_mfa_device_by_user on iam_mfa_device (user_id);

create table audit_event (
  id uuid primary key,
  owner_account_id text not null,
  at timestamptz not null,
  source text not null,
  name text not null,
  user_name text not null,
  access_key_id text,
  read_only boolean not null,
  record jsonb not null
);
create index audit_event_by_time on audit_event (owner_account_id, at, id);
create index audit_event_by_name on audit_event (owner_account_id, name, at, id);
create index audit_event_by_user on audit_event (owner_account_id, user_name, at, id);
create index audit_event_by_key on audit_event (access_key_id, at) where access_key_id is not null;
`,
} as const;
