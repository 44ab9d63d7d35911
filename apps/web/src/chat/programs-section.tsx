import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { ChannelId } from '@carillon/kernel/ids.js';
import { listPrograms, type Channel } from '@carillon/wire/rest/chat.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { useSync } from '../session/sync-context.js';
import { SenderAvatar } from './sender-avatar.js';

const programsQuery = (channelId: ChannelId) => queryOptions({ queryKey: ['programs', channelId], queryFn: async () => (await api.call(listPrograms, { params: { channelId } })).programs });

/** The webhooks and bots of a room, below its people; nothing while there are none. */
export function ProgramsSection({ channel, wanted }: { channel: Channel; wanted: string }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const programs = useQuery(programsQuery(channel.id));
  const membersSeq = useSync(state => state.channels[channel.id]?.membersSeq);
  useEffect(() => { void queries.invalidateQueries({ queryKey: ['programs', channel.id] }); }, [queries, channel.id, membersSeq]);
  const shown = (programs.data ?? []).filter(one => wanted === '' || one.name.toLocaleLowerCase().includes(wanted));
  if (shown.length === 0) return null;
  return (
    <section className="panel-section">
      <h3>{t('webhooks.programs')} <span className="tabular">{shown.length}</span></h3>
      <ul>
        {shown.map(program => (
          <li key={program.id} className="person-row">
            <SenderAvatar sender={program} size={32} />
            <span className="person-words">
              <span className="person-name"><span className="ellipsis" dir="auto">{program.name}</span></span>
              <span className="quieter ellipsis">{t(program.kind === 'webhook' ? 'webhooks.webhook' : 'webhooks.bot')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
