/**
 * Claimed domains, and the states of people: who was invited and has not come yet, who is suspended, whom a removed domain
 * released (guide, DOM, DEL-08, DEL-09). An address belongs to one person that is neither Released nor Deleted.
 */
export const domains = {
  name: '0007-domains',
  sql: `
create table domain (
  account_id uuid not null references account (id),
  name text not null,
  status text not null,
  challenge text not null,
  created_at timestamptz not null,
  verified_at timestamptz,
  checked_until timestamptz not null,
  next_check_at timestamptz not null,
  primary key (account_id, name)
);
create unique index domain_verified on domain (name) where status = 'Verified';
create index domain_due on domain (next_check_at) where status = 'PendingVerification';

alter table person
  add column registration text not null default 'Registered',
  add column purge_after timestamptz;
alter table person drop constraint person_email_key;
create unique index person_by_email on person (email) where registration not in ('Released', 'Deleted');
create index person_by_domain on person (split_part(email, '@', 2), id);
create index person_by_purge on person (purge_after) where purge_after is not null;

alter table membership drop constraint membership_pkey;
alter table membership add primary key (person_id, account_id);
alter table membership alter column joined_at drop not null;
alter table membership add column invited_at timestamptz;
update membership set status = 'Joined';
create unique index membership_joined on membership (person_id) where status = 'Joined';

create index account_by_deletion on account (deleted_at) where deleted_at is not null;
create index channel_by_account on channel (account_id) where account_id is not null;
create index link_by_email on link (email, kind) where used_at is null;
`,
} as const;
