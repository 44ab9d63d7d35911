import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import type { Message } from '@carillon/wire/rest/chat.js';
import { useStore } from '../session/sync-context.js';
import { plainText } from './plain-text.js';

/** What is answered to. A press goes there when it is in what was loaded. */
export function Quote({ quoted, channelId }: { quoted: NonNullable<Message['quoted']>; channelId: ChannelId }): ReactNode {
  const navigate = useNavigate();
  const store = useStore();
  const go = (): void => {
    const seq = store.state.channels[channelId]?.messages.find(message => message.id === quoted.messageId)?.seq;
    if (seq !== undefined && store.state.channels[channelId]?.channel.kind !== 'meeting') void navigate({ to: '/chat/$channelId', params: { channelId }, search: { m: seq } });
  };
  return (
    <button type="button" className="quote" onClick={go}>
      <b dir="auto">{quoted.sender}</b>
      <span dir="auto">{plainText(quoted.excerpt)}</span>
    </button>
  );
}
