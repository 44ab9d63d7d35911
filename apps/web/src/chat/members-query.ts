import { queryOptions } from '@tanstack/react-query';
import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';
import { listMembers, type Member } from '@carillon/wire/rest/chat.js';
import { api } from '../api.js';

export const MEMBER_PAGES_MAX = 10;

/** The members of a channel, up to ten pages of them. */
export const membersQuery = (channelId: ChannelId) => queryOptions({
  queryKey: ['members', channelId],
  queryFn: async (): Promise<readonly Member[]> => {
    const members: Member[] = [];
    let after: PersonId | null = null;
    for (let page = 0; page < MEMBER_PAGES_MAX; page++) {
      const reply: { members: Member[]; next: PersonId | null } = await api.call(listMembers, { params: { channelId }, query: after === null ? {} : { after } });
      members.push(...reply.members);
      after = reply.next;
      if (after === null) break;
    }
    return members;
  },
});
