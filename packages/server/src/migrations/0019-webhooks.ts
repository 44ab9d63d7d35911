/**
 * Webhooks, and what is theirs and bots' alike. A program sits in a room as members do (`channel_member`, where its name stands) and is not counted
 * in `member_count`. A webhook without a seat is none any more: its row stays for a while, so that its address is told from one that never was; as do
 * the tokens that were replaced. `token` is sealed, because a room's administrators copy the address again; it goes with the webhook.
 */
export const webhooks = {
  name: '0019-webhooks',
  sql: `
alter table channel_member add column program_name text;

create table webhook (
  id uuid primary key,
  channel_id uuid references channel (id) on delete set null,
  token bytea,
  token_hash bytea not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  last_used_at timestamptz,
  failures jsonb not null default '{}',
  last_failure_cause text,
  last_failure_at timestamptz,
  removed_at timestamptz
);
create index webhook_by_channel on webhook (channel_id);
create index webhook_removed on webhook (removed_at) where removed_at is not null;

create table webhook_ended_token (
  webhook_id uuid not null references webhook (id) on delete cascade,
  token_hash bytea not null,
  ended_at timestamptz not null,
  primary key (webhook_id, token_hash)
);

create table program_pace (
  limit_key text primary key,
  taken_at timestamptz not null
);
`,
};
