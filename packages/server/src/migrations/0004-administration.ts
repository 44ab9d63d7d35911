/** What administrators set: accounts' licences, settings and delegates, people's telephony, and who redacted what. */
export const administration = {
  name: '0004-administration',
  sql: `
alter table owner_account add column global_settings jsonb not null default '{}';

alter table account
  add column default_license text not null default 'Pro',
  add column supported_licenses jsonb not null default '["Basic","Pro"]',
  add column deleted_at timestamptz,
  add column disable_remote_control boolean not null default false,
  add column enable_dial_out boolean not null default false,
  add column room_retention jsonb,
  add column conversation_retention jsonb,
  add column signin_delegate_groups jsonb not null default '[]';
create index account_by_owner on account (owner_account_id, id);

alter table person add column telephony jsonb;
alter table message add column redacted_by_arn text;
create index message_quoting on message ((quoted ->> 'messageId')) where quoted is not null;

create table delegate (
  id uuid primary key,
  account_id uuid not null references account (id),
  owner_account_id text not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  unique (account_id, owner_account_id)
);
create index delegate_by_owner on delegate (owner_account_id, account_id);
`,
} as const;
