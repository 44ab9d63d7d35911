/**
 * The words of messages, for search. `message_word` tells, for a channel and a word, in which messages it stands: one row for every 512 numbers,
 * with the low nine bits of the numbers that have it. So the newest message with a word is one step in an index, however large the room and
 * however common the word. Beside words it holds `*` for every
 * message, `@<sender>` and, for messages with files, `#file`. Triggers keep it, so that whatever writes,
 * redacts or deletes messages keeps it too.
 *
 * Whoever changes words holds the channel's row lock, as whoever sends does: nobody waits in a circle.
 *
 * `contact`: a person's own list. A colleague or acquaintance by id, or an address that is nobody's yet.
 */
export const searchAndContacts = {
  name: '0012-search-and-contacts',
  sql: `
create table message_word (
  channel_id uuid not null,
  word text not null,
  block bigint not null,
  offsets smallint[] not null,
  primary key (channel_id, word, block)
) with (fillfactor = 80);

-- What people read as words: no case, no accents, no signs between.
create function plain_words(content text) returns text language sql immutable parallel safe as $$
  select translate(
    regexp_replace(lower(normalize(content, NFKD)), '[\\u0300-\\u036f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]', '', 'g'),
    E'!"#$%&''()*+,-./:;<=>?@[\\\\]^_\`{|}~\\u2018\\u2019\\u201c\\u201d\\u00ab\\u00bb\\u2013\\u2014\\u2026\\u00b7\\u2022\\u00bf\\u00a1\\u20ac',
    repeat(' ', 46))
$$;

-- Stems in Italian and in English, together: a word is found by either.
create function stems(plain text) returns text[] language sql immutable parallel safe as $$
  select array(
    select distinct word from unnest(tsvector_to_array(to_tsvector('pg_catalog.italian', plain)) || tsvector_to_array(to_tsvector('pg_catalog.english', plain))) as word
    where octet_length(word) <= 256)
$$;

create function keep_message_words() returns trigger language plpgsql as $$
begin
  insert into message_word (channel_id, word, block, offsets)
  select m.channel_id, w.word, m.seq >> 9, array_agg((m.seq & 511)::smallint)
  from written m cross join lateral unnest(stems(plain_words(m.content)) || array['@' || m.sender_id, '*']) as w (word)
  where m.redacted_at is null
  group by 1, 2, 3
  on conflict (channel_id, word, block) do update set offsets = message_word.offsets || excluded.offsets;
  return null;
end $$;
create trigger message_words_kept after insert on message referencing new table as written for each statement execute function keep_message_words();

create function drop_words(in_channel uuid, in_seq bigint, words text[]) returns void language plpgsql as $$
begin
  perform 1 from channel where id = in_channel for no key update;
  delete from message_word where channel_id = in_channel and word = any(words) and block = in_seq >> 9 and offsets <@ array[(in_seq & 511)::smallint];
  update message_word set offsets = array_remove(offsets, (in_seq & 511)::smallint) where channel_id = in_channel and word = any(words) and block = in_seq >> 9;
end $$;

create function redact_message_words() returns trigger language plpgsql as $$
begin
  perform drop_words(old.channel_id, old.seq, stems(plain_words(old.content)) || array['@' || old.sender_id, '*', '#file']);
  return null;
end $$;
create trigger message_words_redacted after update on message for each row
  when (old.redacted_at is null and new.redacted_at is not null) execute function redact_message_words();

create function drop_message_words() returns trigger language plpgsql as $$
begin
  perform 1 from channel where id in (select channel_id from gone) order by id for no key update;
  create temporary table gone_word on commit drop as
    select m.channel_id, w.word, m.seq >> 9 as block, array_agg((m.seq & 511)::smallint) as offsets
    from gone m cross join lateral unnest(stems(plain_words(m.content)) || array['@' || m.sender_id, '*', '#file']) as w (word) group by 1, 2, 3;
  delete from message_word k using gone_word g where k.channel_id = g.channel_id and k.word = g.word and k.block = g.block and k.offsets <@ g.offsets;
  update message_word k set offsets = array(select unnest(k.offsets) except select unnest(g.offsets)) from gone_word g
  where k.channel_id = g.channel_id and k.word = g.word and k.block = g.block;
  drop table gone_word;
  return null;
end $$;
create trigger message_words_dropped after delete on message referencing old table as gone for each statement execute function drop_message_words();

create function keep_file_words() returns trigger language plpgsql as $$
begin
  insert into message_word (channel_id, word, block, offsets)
  select m.channel_id, w.word, m.seq >> 9, array[(m.seq & 511)::smallint]
  from message m cross join lateral unnest(stems(plain_words(new.name)) || array['#file']) as w (word)
  where m.id = new.message_id
  on conflict (channel_id, word, block) do update set offsets = message_word.offsets || excluded.offsets where not message_word.offsets @> excluded.offsets;
  return null;
end $$;
create trigger file_words_kept after update of message_id on attachment for each row when (new.message_id is not null) execute function keep_file_words();

create function drop_file_words() returns trigger language plpgsql as $$
declare message_seq bigint;
begin
  select seq into message_seq from message where id = old.message_id;
  if found then perform drop_words(old.channel_id, message_seq, stems(plain_words(old.name))); end if;
  return null;
end $$;
create trigger file_words_dropped after delete on attachment for each row when (old.message_id is not null) execute function drop_file_words();

-- The newest message at or below a number that has one of the words; null without one.
create function newest_with(in_channel uuid, words text[], at_most bigint) returns bigint language sql stable as $$
  select max(b.block * 512 + o.low)
  from unnest(words) as w (word)
  cross join lateral (
    select k.block, k.offsets from message_word k where k.channel_id = in_channel and k.word = w.word and k.block <= at_most >> 9 order by k.block desc limit 2
  ) b
  cross join lateral unnest(b.offsets) as o (low)
  where b.block * 512 + o.low <= at_most
$$;

-- Messages with one of each term's words (parted by spaces), the newest first, from at_most down. After steps_max steps it gives up: its last row
-- is no hit then and tells where to go on.
create function find_messages(in_channel uuid, terms text[], at_most bigint, hits_max integer, steps_max integer)
returns table (seq bigint, hit boolean) language plpgsql stable as $$
declare
  top bigint := at_most;
  first_found bigint;
  found_at bigint;
  hits integer := 0;
begin
  for step in 1..steps_max loop
    first_found := newest_with(in_channel, string_to_array(terms[1], ' '), top);
    found_at := first_found;
    for i in 2..cardinality(terms) loop
      exit when found_at is null;
      found_at := newest_with(in_channel, string_to_array(terms[i], ' '), found_at);
    end loop;
    if found_at is null then return; end if;
    top := found_at;
    if found_at = first_found then
      seq := found_at; hit := true; return next;
      hits := hits + 1;
      if hits = hits_max then return; end if;
      top := found_at - 1;
    end if;
  end loop;
  seq := top; hit := false; return next;
end $$;

insert into message_word (channel_id, word, block, offsets)
select m.channel_id, w.word, m.seq >> 9, array_agg((m.seq & 511)::smallint)
from message m
cross join lateral (
  select unnest(stems(plain_words(m.content)) || array['@' || m.sender_id, '*'])
  union select unnest(stems(plain_words(a.name)) || array['#file']) from attachment a where a.message_id = m.id
) as w (word)
where m.redacted_at is null
group by 1, 2, 3;

create table contact (
  owner_id uuid not null references person (id) on delete cascade,
  email text not null,
  name text not null,
  person_id uuid references person (id) on delete cascade,
  created_at timestamptz not null,
  primary key (owner_id, email)
);
create unique index contact_by_person on contact (owner_id, person_id) where person_id is not null;
`,
} as const;
