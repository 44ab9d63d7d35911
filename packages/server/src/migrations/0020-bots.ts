/**
 * Bots of Enterprise accounts (guide, "Usare i chatbot"): programs elsewhere that hear what happens to them in rooms. `bot_delivery` is what is to be told and what was told, with every
 * attempt: a bounded queue and a log in one. `bot_reply_url` are the addresses that bots answer at, by the hash of their token. A bot's seat in a room is a row of `channel_member` of
 * the kind `bot`, which `member_count` does not count: that counts people.
 */
export const bots = {
  name: '0020-bots',
  sql: `
create table bot (
  id uuid primary key,
  account_id uuid not null references account (id),
  display_name text not null,
  email text not null,
  disabled boolean not null default false,
  security_token bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  endpoint text,
  lambda_arn text,
  failures_in_row integer not null default 0,
  paused_until timestamptz,
  delivering_until timestamptz
);
create unique index bot_by_email on bot (lower(email));
create index bot_by_account on bot (account_id, id);

create table bot_delivery (
  id uuid primary key,
  bot_id uuid not null references bot (id) on delete cascade,
  channel_id uuid not null,
  event_type text not null,
  event_at timestamptz not null,
  sender text not null,
  message_id uuid,
  message text,
  state text not null default 'Pending',
  reason text,
  attempts jsonb not null default '[]',
  ended_at timestamptz,
  redelivery_of uuid
);
create index bot_delivery_by_bot on bot_delivery (bot_id, id);
create index bot_delivery_pending on bot_delivery (bot_id, id) where state = 'Pending';
create index bot_delivery_by_message on bot_delivery (message_id) where message_id is not null;
create index bot_delivery_by_channel on bot_delivery (channel_id);

create table bot_reply_url (
  id uuid primary key,
  token_hash bytea not null,
  bot_id uuid not null references bot (id) on delete cascade,
  channel_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index bot_reply_url_by_seat on bot_reply_url (bot_id, channel_id);
create index bot_reply_url_by_expiry on bot_reply_url (expires_at) where expires_at is not null;

create index channel_member_of_bots on channel_member (channel_id) where member_kind = 'bot';
`,
} as const;
