import { Check, CircleQuestionMark, Paperclip, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { ASSISTANT_COMMANDS, ASSISTANT_ID, readConfirmation } from '@carillon/wire/assistant.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { useWords } from '../i18n.js';
import { useMe, useStore } from '../session/sync-context.js';
import './assistant-replies.css';

/** What the Assistant understands, to be sent with one touch; while it waits for a code, the words that confirm. */
export function AssistantReplies({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const store = useStore();
  const me = useMe();
  const last = channel.lastMessage;
  // A late one is answered with a new code: whose clock is right, the server says.
  const wanted = last?.sender.id === ASSISTANT_ID ? readConfirmation(last.content) : undefined;
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const send = (words: string) => () => store.send(channel.id, words);
  // A member of an account gets one answer to everything.
  if (me.account !== null) return null;
  return (
    <div className="assistant-replies" role="group" aria-label={t('assistant.replies')}>
      {wanted === undefined ? null : (
        <Button size={32} look={wanted.command === 'deletion' ? 'danger' : 'accent'} icon={<Check {...icon} />} onClick={send(wanted.words)}>
          {t(wanted.command === 'deletion' ? 'assistant.confirmDeletion' : 'assistant.confirm')}
        </Button>
      )}
      <Button size={32} icon={<Paperclip {...icon} />} onClick={send(ASSISTANT_COMMANDS.attachments)}>{t('assistant.attachments')}</Button>
      <Button size={32} icon={<Trash2 {...icon} />} onClick={send(ASSISTANT_COMMANDS.deletion)}>{t('assistant.deletion')}</Button>
      <Button size={32} icon={<CircleQuestionMark {...icon} />} onClick={send(ASSISTANT_COMMANDS.help)}>{t('assistant.help')}</Button>
    </div>
  );
}

/** What stands at the beginning of the conversation. */
export function AssistantStart(): ReactNode {
  const { t } = useWords();
  return t(useMe().account === null ? 'assistant.start' : 'assistant.startManaged');
}
