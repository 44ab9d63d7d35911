/** Rooms that administrators make: by whom (an ARN; people stand in `created_by`), under which token, and when something of them changed. */
export const roomsByApi = {
  name: '0008-rooms-by-api',
  sql: `
alter table channel
  add column created_by_arn text,
  add column client_request_token text,
  add column updated_at timestamptz;
create unique index channel_by_token on channel (account_id, client_request_token) where client_request_token is not null;
create index room_by_account on channel (account_id, id) where kind = 'room';

alter table channel_member
  add column invited_by text,
  add column updated_at timestamptz;
`,
} as const;
