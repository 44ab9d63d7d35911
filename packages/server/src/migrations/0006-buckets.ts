/** The embedded object store: names, sizes and times here, bytes in the folder of blobs. */
export const buckets = {
  name: '0006-buckets',
  sql: `
create table bucket (
  name text primary key,
  owner_account_id text not null references owner_account (id),
  region text not null,
  policy text,
  created_at timestamptz not null
);
create index bucket_by_owner on bucket (owner_account_id, name);

create table object (
  bucket text not null references bucket (name),
  key text collate "C" not null,
  blob_id uuid not null,
  bytes bigint not null,
  etag text not null,
  content_type text not null,
  metadata jsonb not null default '{}',
  written_at timestamptz not null,
  primary key (bucket, key)
);

create table multipart_upload (
  id uuid primary key,
  bucket text not null references bucket (name),
  key text collate "C" not null,
  content_type text not null,
  metadata jsonb not null default '{}',
  created_at timestamptz not null
);
create index multipart_upload_by_age on multipart_upload (created_at);

create table multipart_part (
  upload_id uuid not null references multipart_upload (id) on delete cascade,
  number integer not null,
  blob_id uuid not null,
  bytes bigint not null,
  etag text not null,
  primary key (upload_id, number)
);
`,
} as const;
