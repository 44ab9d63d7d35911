/**
 * What grows with history is found by an index: seats by meeting and by guest, seats whose media never came, files by
 * channel, ended meetings.
 */
export const moreIndexes = {
  name: '0002-indexes',
  sql: `
create index attendee_by_meeting on attendee (meeting_id, created_at);
create index attendee_by_guest on attendee (guest_id) where guest_id is not null;
create index attendee_admitted on attendee (state_at) where state = 'admitted';
create index attachment_by_channel on attachment (channel_id);
create index meeting_ended on meeting (ended_at) where ended_at is not null;
create index session_by_guest on session (guest_id) where guest_id is not null;
`,
} as const;
