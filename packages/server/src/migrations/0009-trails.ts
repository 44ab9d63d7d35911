/** Headers and checksums of stored objects, trails, and what each trail has still to deliver. */
export const trails = {
  name: '0009-trails',
  sql: `
alter table object add column headers jsonb not null default '{}';
alter table object add column checksum jsonb;
alter table multipart_upload add column headers jsonb not null default '{}';
alter table multipart_upload add column checksum jsonb;
alter table multipart_part add column checksum jsonb;
create index multipart_upload_by_key on multipart_upload (bucket, key, id);

create table trail (
  id uuid primary key,
  owner_account_id text not null references owner_account (id),
  name text not null,
  region text not null,
  bucket text not null,
  prefix text,
  global_events boolean not null,
  multi_region boolean not null,
  read_write text not null default 'All',
  logging boolean not null default false,
  created_at timestamptz not null,
  logging_started_at timestamptz,
  logging_stopped_at timestamptz,
  delivered_at timestamptz,
  attempted_at timestamptz,
  delivery_error text,
  unique (owner_account_id, name)
);

create table trail_record (
  trail_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  batch text,
  primary key (trail_id, event_id)
);
create index trail_record_by_time on trail_record (trail_id, at, event_id);
create index trail_record_by_batch on trail_record (trail_id, batch) where batch is not null;
`,
} as const;
