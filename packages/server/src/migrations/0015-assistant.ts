/**
 * The Assistant (product-facts, section 6) is a row of `person`, always the same: then conversations, names, contacts and search need not know of it. Its registration is its
 * own, so nobody signs in as it, and what looks for people of some registration passes it by. Codes that confirm a command live ten minutes.
 */
export const assistant = {
  name: '0015-assistant',
  sql: `
update person set email = id || '@replaced.invalid' where email = 'assistant_no_reply@chime.aws';
insert into person (id, email, display_name, sort_name, personal_meeting_number, created_at, registration)
values ('00000000-0000-7000-8000-000000000001', 'assistant_no_reply@chime.aws', 'Carillon Assistant', 'carillon assistant', 'assistant', timestamptz '2026-01-01 00:00:00Z', 'Assistant');

create table assistant_code (
  person_id uuid not null references person (id),
  command text not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  primary key (person_id, command)
);
create index assistant_code_by_end on assistant_code (expires_at);
`,
} as const;
