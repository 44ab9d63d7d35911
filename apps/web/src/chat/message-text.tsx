import { useRouter } from '@tanstack/react-router';
import type { Mention } from '@carillon/wire/rest/chat.js';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useSync } from '../session/sync-context.js';
import { hasShortcode, useEmojiReady } from './emoji.js';
import { isOnlyEmoji, renderMarkdown } from './markdown.js';

export const MessageText = memo(function MessageText({ content, mentions }: { content: string; mentions: readonly Mention[] | null }): ReactNode {
  const emojiReady = useEmojiReady(hasShortcode(content));
  const router = useRouter();
  const myId = useSync(state => state.self?.id ?? '');
  if (content.trim() === '') return null;
  // A link into Carillon stays in this window, and in a meeting does not end it. A file is no page.
  const pressed = (event: MouseEvent<HTMLDivElement>): void => {
    const link = (event.target as HTMLElement).closest('a');
    if (link === null || link.origin !== location.origin || link.pathname.startsWith('/api/') || event.ctrlKey || event.metaKey || location.pathname.startsWith('/m/')) return;
    event.preventDefault();
    router.history.push(link.pathname + link.search);
  };
  const large = content.length < 60 && isOnlyEmoji(content);
  // The renderer escapes all HTML of the message; see markdown.ts and its test.
  return <div className="message-text" dir="auto" data-large={large ? '' : undefined} onClick={pressed} dangerouslySetInnerHTML={{ __html: renderMarkdown(content, emojiReady, { mentions, myId }) }} />;
});
