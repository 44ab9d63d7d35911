/**
 * Words of messages (migration 0012) at less cost. Text of ASCII alone, which is most, has no accents and no foreign signs to take away. Deleting
 * messages takes their words along without making a table for it, and the planner, who cannot know how many words there will be, is
 * kept to the index.
 *
 * Whoever deletes all messages of a channel below some number, and their words a block at a time, sets `carillon.all_go_below` to that number for the
 * transaction: finding the words of each message again, to take them from rows that go with their block, is most of what deleting costs.
 */
export const cheaperDeletes = {
  name: '0017-cheaper-deletes',
  sql: `
create index message_word_by_block on message_word (channel_id, block);

-- What people read as words: no case, no accents, no signs between.
create or replace function plain_words(content text) returns text language sql immutable parallel safe as $$
  select translate(
    case when octet_length(content) = length(content) then lower(content)
      else regexp_replace(lower(normalize(content, NFKD)), '[\\u0300-\\u036f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]', '', 'g') end,
    E'!"#$%&''()*+,-./:;<=>?@[\\\\]^_\`{|}~\\u2018\\u2019\\u201c\\u201d\\u00ab\\u00bb\\u2013\\u2014\\u2026\\u00b7\\u2022\\u00bf\\u00a1\\u20ac',
    repeat(' ', 46))
$$;

create or replace function drop_message_words() returns trigger language plpgsql
  set enable_hashjoin to off set enable_mergejoin to off set enable_seqscan to off as $$
declare
  whole_below bigint := coalesce(nullif(current_setting('carillon.all_go_below', true), '')::bigint, 0) >> 9;
begin
  perform 1 from channel where id in (select channel_id from gone) order by id for no key update;
  with gone_word as materialized (
    select m.channel_id, w.word, m.seq >> 9 as block, array_agg((m.seq & 511)::smallint) as offsets
    from gone m cross join lateral unnest(stems(plain_words(m.content)) || array['@' || m.sender_id, '*', '#file']) as w (word)
    where m.seq >> 9 >= whole_below group by 1, 2, 3
  ), emptied as (
    delete from message_word k using gone_word g where k.channel_id = g.channel_id and k.word = g.word and k.block = g.block and k.offsets <@ g.offsets
  )
  update message_word k set offsets = array(select unnest(k.offsets) except select unnest(g.offsets)) from gone_word g
  where k.channel_id = g.channel_id and k.word = g.word and k.block = g.block and not k.offsets <@ g.offsets;
  return null;
end $$;
`,
} as const;
