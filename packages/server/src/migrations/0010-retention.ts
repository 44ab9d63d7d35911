/** When messages of a channel may be deleted for good, who is held from that, and of which account deleted people were. */
export const retention = {
  name: '0010-retention',
  sql: `
create index message_by_time on message (channel_id, created_at, seq);

alter table channel
  add column retention jsonb,
  add column expired_ordinal bigint not null default 0;
alter table person add column last_account_id uuid;

create table legal_hold (
  id uuid primary key,
  account_id uuid not null references account (id),
  target_type text not null,
  target_id uuid not null,
  reason text not null,
  created_by text not null,
  created_at timestamptz not null,
  unique (account_id, target_type, target_id)
);
create index legal_hold_by_target on legal_hold (target_id);
`,
} as const;
