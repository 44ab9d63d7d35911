/** What people say of their presence, how they want to be notified, and the browsers that take pushes. */
export const notifications = {
  name: '0013-notifications',
  sql: `
alter table person
  add column presence_mode text not null default 'automatic',
  add column status_message jsonb;

create table notification_settings (
  person_id uuid primary key references person (id),
  desktop text not null default 'always',
  mobile text not null default 'always',
  calls boolean not null default true,
  push_content boolean not null default false,
  digest boolean not null default true,
  digest_content boolean not null default false,
  digest_sent_at timestamptz
);

create table push_subscription (
  session_id uuid primary key references session (id) on delete cascade,
  person_id uuid not null references person (id),
  endpoint text not null unique,
  p256dh bytea not null,
  auth bytea not null,
  mobile boolean not null,
  created_at timestamptz not null
);
create index push_subscription_by_person on push_subscription (person_id);
`,
} as const;
