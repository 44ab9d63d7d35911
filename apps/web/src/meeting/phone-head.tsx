import type { ReactNode } from 'react';
import { useNow } from '../clock.js';
import { durationOf } from '../format-time.js';
import { useWords } from '../i18n.js';
import { useCall } from './call-context.js';

export function useCallTime(): string {
  const { meeting } = useCall();
  const now = useNow(1_000);
  return meeting.startedAt === null ? '0:00' : durationOf(now - Date.parse(meeting.startedAt));
}

/** On a phone the title stands above: below there is only room for what one presses. */
export function PhoneHead({ onOpen }: { onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const { meeting, call } = useCall();
  const time = useCallTime();
  return (
    <header className="phone-head">
      <button type="button" onClick={onOpen}>
        <b className="ellipsis" dir="auto">{meeting.title}</b>
        <span className="tabular">{time}, {t('chat.people', { count: Object.keys(call.people).length })}</span>
      </button>
    </header>
  );
}
