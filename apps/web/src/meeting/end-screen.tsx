import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PhoneOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import type { Meeting } from '@carillon/wire/rest/meetings.js';
import { Mark } from '../frame/mark.js';
import { useWords } from '../i18n.js';
import { sessionQuery } from '../session/session-query.js';
import type { CallEnd } from './call-state.js';

/** What happened, and the two ways on: back in, or home. */
export function EndScreen({ meeting, end, onAgain }: { meeting: Meeting; end: CallEnd; onAgain: () => void }): ReactNode {
  const { t } = useWords();
  const session = useQuery(sessionQuery);
  const person = session.data?.kind === 'person';
  const mayReturn = end !== 'ended' && end !== 'removed';
  return (
    <main className="door">
      <header className="door-bar"><Mark size={28} /><b>Carillon</b></header>
      <EmptyState heading="h1"
        icon={<PhoneOff size={24} strokeWidth={1.75} />} title={t(`end.${end}.title`)}
        actions={(
          <>
            {mayReturn ? <Button look={end === 'left' ? 'edge' : 'accent'} onClick={onAgain}>{t('end.again')}</Button> : null}
            {person ? <Link to="/" className="button" data-look={mayReturn && end !== 'left' ? 'edge' : 'accent'} data-size="36">{t('end.home')}</Link> : null}
          </>
        )}
      >
        {t(`end.${end}.text`, { title: meeting.title })}
      </EmptyState>
    </main>
  );
}
