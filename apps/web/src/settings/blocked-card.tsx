import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { listBlocked } from '@carillon/wire/rest/blocks.js';
import { api, pictureOf } from '../api.js';
import { useBlock } from '../chat/use-block.js';
import { useWords } from '../i18n.js';

/** People one blocked; absent while there are none. */
export function BlockedCard(): ReactNode {
  const { t } = useWords();
  const setBlock = useBlock();
  const blocked = useQuery({ queryKey: ['blocked'], queryFn: async () => (await api.call(listBlocked, {})).people });
  if (blocked.data === undefined || blocked.data.length === 0) return null;
  return (
    <section className="card" aria-labelledby="settings-blocked">
      <h2 id="settings-blocked">{t('block.title')}</h2>
      <p className="quiet">{t('block.text')}</p>
      <ul>
        {blocked.data.map(person => (
          <li key={person.id} className="device">
            <Avatar id={person.id} name={person.displayName} size={32} picture={pictureOf(person)} />
            <span className="file-words"><span className="ellipsis" dir="auto">{person.displayName}</span><span className="quieter ellipsis">{person.email}</span></span>
            <Button size={32} onClick={() => void setBlock(person, false)} aria-label={t('block.unblockName', { name: person.displayName })}>{t('block.unblock')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
