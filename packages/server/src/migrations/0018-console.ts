/**
 * Who is signed in to the administration console, apart from people's sessions: only the hash of a session's secret is here. And what the console
 * shows and sets: when a person was active last, and in which regions an account's meetings may run (null: in all).
 */
export const consoleSessions = {
  name: '0018-console',
  sql: `
create table console_session (
  id uuid primary key,
  token_hash bytea not null unique,
  owner_account_id text not null references owner_account (id),
  user_id text references iam_user (id) on delete cascade,
  mfa boolean not null,
  role_key_id text,
  role_token bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index console_session_by_user on console_session (user_id);
create index console_session_by_expiry on console_session (expires_at);

alter table person add column last_active_at timestamptz;
alter table account add column meeting_regions jsonb;
`,
};
