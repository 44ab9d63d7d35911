/**
 * What the first link of a message led to (product-facts, section 5): one row a message whose link was looked at, `nothing` where there was nothing to
 * show. It goes before its message does. And which attached pictures move.
 */
export const linkPreviews = {
  name: '0016-link-previews',
  sql: `
create table link_preview (
  message_id uuid primary key references message (id),
  channel_id uuid not null references channel (id) on delete cascade,
  link_hash bytea not null,
  outcome text not null,
  address text,
  site_name text,
  title text,
  description text,
  picture_width integer,
  picture_height integer,
  picture_moves boolean not null default false,
  fetched_at timestamptz not null
);
create index link_preview_by_channel on link_preview (channel_id);
create index link_preview_by_link on link_preview (link_hash, fetched_at);

alter table attachment add column moves boolean not null default false;
`,
} as const;
