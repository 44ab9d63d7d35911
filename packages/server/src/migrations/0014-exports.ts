/** Requests for attachments: of an account's administrators, or of a person of no account (guide, ATT; product-facts, section 6). */
export const dataExports = {
  name: '0014-exports',
  sql: `
create table data_export (
  id uuid primary key,
  account_id uuid references account (id),
  person_id uuid references person (id),
  requested_by text not null,
  requested_at timestamptz not null,
  status text not null,
  completed_at timestamptz,
  expires_at timestamptz,
  attachment_count integer not null default 0
);
create index data_export_by_account on data_export (account_id, id) where account_id is not null;
create index data_export_by_person on data_export (person_id, id) where person_id is not null;
create index data_export_by_expiry on data_export (expires_at) where status = 'Ready';
create index attachment_by_uploader on attachment (uploaded_by, id);
`,
} as const;
