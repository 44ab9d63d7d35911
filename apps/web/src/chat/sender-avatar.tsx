import { Bot, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import type { Sender } from '@carillon/wire/rest/chat.js';

/** A person's picture; a webhook or a bot is a square with its sign, so that neither passes for a person. */
export function SenderAvatar({ sender, size, picture = null }: { sender: Sender; size: number; picture?: string | null }): ReactNode {
  if (sender.kind === 'person' || sender.kind === 'guest') return <Avatar id={sender.id} name={sender.name} size={size} picture={picture} />;
  const Sign = sender.kind === 'webhook' ? Webhook : Bot;
  return <Avatar id={sender.id} name={sender.name} size={size} shape="room" icon={<Sign size={Math.round(size * 0.56)} strokeWidth={1.75} />} />;
}
