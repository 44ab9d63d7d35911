import { useQuery } from '@tanstack/react-query';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { pictureOf } from '../api.js';
import { useSync } from '../session/sync-context.js';
import { membersQuery } from './members-query.js';

/** Messages carry a name but no picture; the members of the channel, which are at hand, do. */
export function useSenderPicture(senderId: string, channel: Channel): string | null {
  const me = useSync(state => state.me);
  const isRoom = channel.kind === 'room';
  const members = useQuery({ ...membersQuery(channel.id), enabled: isRoom });
  if (me?.id === senderId) return pictureOf(me);
  const person = (isRoom ? members.data?.find(member => member.person.id === senderId)?.person : channel.people.find(each => each.id === senderId));
  return person === undefined ? null : pictureOf(person);
}
