import { MessageSquare, UserPlus, Video } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { NewConversationDialog } from '../chat/new-conversation-dialog.js';
import { InviteDialog } from '../contacts/invite-dialog.js';
import { useWords } from '../i18n.js';
import { useMeetNow } from '../meetings/use-meetings.js';

/** What somebody who has nothing yet does first. */
export function FirstSteps(): ReactNode {
  const { t } = useWords();
  const [dialog, setDialog] = useState<'invite' | 'write' | null>(null);
  const { start, busy } = useMeetNow();
  const icon = { size: 22, strokeWidth: 1.75 } as const;
  return (
    <>
      <h2 className="steps-title">{t('home.stepsTitle')}</h2>
      <ol className="steps">
        <Step icon={<UserPlus {...icon} />} title={t('home.inviteTitle')} text={t('home.inviteText')} action={<Button onClick={() => setDialog('invite')}>{t('invite.do')}</Button>} />
        <Step icon={<MessageSquare {...icon} />} title={t('home.writeTitle')} text={t('home.writeText')} action={<Button onClick={() => setDialog('write')}>{t('chat.newMessage')}</Button>} />
        <Step icon={<Video {...icon} />} title={t('home.meetTitle')} text={t('home.meetText')} action={<Button busy={busy} onClick={() => start()}>{t('meeting.now')}</Button>} />
      </ol>
      {dialog === 'invite' ? <InviteDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'write' ? <NewConversationDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function Step({ icon, title, text, action }: { icon: ReactNode; title: string; text: string; action: ReactNode }): ReactNode {
  return <li className="step"><span className="empty-icon" aria-hidden>{icon}</span><h3>{title}</h3><p>{text}</p>{action}</li>;
}
