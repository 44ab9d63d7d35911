import { Link } from '@tanstack/react-router';
import { AtSign, BellOff, EyeOff, Users, Video } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { unreadOf } from '@carillon/client/state.js';
import { Avatar } from '@carillon/ui/avatar.js';
import { Badge } from '@carillon/ui/badge.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { pictureOf } from '../api.js';
import { useNow } from '../clock.js';
import { listTime } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useMe, usePresence, useWatch } from '../session/sync-context.js';
import { hasShortcode, useEmojiReady } from './emoji.js';
import { channelFace, channelTitle, previewOf } from './channel-name.js';
import { activityOf } from './channel-list.js';

export const ChannelRow = memo(function ChannelRow({ channel }: { channel: Channel }): ReactNode {
  const { t, locale } = useWords();
  const me = useMe();
  // The row is drawn again once shortcodes can be shown as what they mean.
  useEmojiReady(hasShortcode(channel.lastMessage?.content ?? ''));
  const now = useNow(60_000);
  const title = channelTitle(channel, t);
  const unread = unreadOf(channel);
  const mentioned = channel.unreadMentions.length;
  return (
    <Link to="/chat/$channelId" params={{ channelId: channel.id }} search={{}} className="row" data-row data-unread={unread > 0 ? '' : undefined}>
      <ChannelAvatar channel={channel} size={40} />
      <span>
        <span className="row-line">
          <span className="row-name ellipsis" dir="auto">{title}</span>
          {channel.meetingId === null ? null : <Video size={14} strokeWidth={2} color="var(--accent-t)" aria-label={t('chat.meetingRuns')} />}
          <span className="row-time tabular">{listTime(Date.parse(activityOf(channel)), now, locale)}</span>
        </span>
        <span className="row-line">
          <span className="row-preview ellipsis" dir="auto">{previewOf(channel, me.id, t)}</span>
          {channel.settings.hidden ? <EyeOff size={14} strokeWidth={1.75} color="var(--ink-3)" aria-label={t('rooms.hidden')} /> : null}
          {channel.settings.desktop === 'never' ? <BellOff size={14} strokeWidth={1.75} color="var(--ink-3)" aria-label={t('rooms.silent')} /> : null}
          {mentioned > 0 ? <span className="row-mention"><AtSign size={14} strokeWidth={2.25} aria-hidden /><span className="sr-only">{t('chat.mentioned', { count: mentioned })}</span></span> : null}
          <Badge count={unread} label={t('rail.unread', { count: unread })} />
        </span>
      </span>
    </Link>
  );
});

export function ChannelAvatar({ channel, size }: { channel: Channel; size: number }): ReactNode {
  const { t } = useWords();
  const face = channelFace(channel);
  useWatch(face.personId === undefined ? [] : [face.personId]);
  const presence = usePresence(face.personId);
  return (
    <Avatar
      id={face.id} name={face.name ?? channelTitle(channel, t)} size={size} shape={face.shape} presence={face.personId === undefined ? undefined : presence}
      picture={pictureOf({ id: face.personId ?? null, pictureVersion: face.pictureVersion })} icon={channel.kind === 'meeting' ? <Users size={size / 2} strokeWidth={1.75} /> : undefined}
    />
  );
}
