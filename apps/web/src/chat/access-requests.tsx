import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { showToast } from '@carillon/ui/toast-list.js';
import type { Channel } from '@carillon/wire/rest/chat.js';
import { answerAccessRequest, listAccessRequests, type AccessRequest } from '@carillon/wire/rest/rooms.js';
import { api, pictureOf } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

/** Who asks to be let into the room, for its administrators. */
export function AccessRequests({ channel }: { channel: Channel }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const count = channel.accessRequestCount;
  const requests = useQuery({ queryKey: ['access-requests', channel.id], queryFn: async () => (await api.call(listAccessRequests, { params: { channelId: channel.id } })).requests, enabled: count > 0 });
  useEffect(() => { void queries.invalidateQueries({ queryKey: ['access-requests', channel.id] }); }, [queries, channel.id, count]);
  if (count === 0 || requests.data === undefined) return null;
  return (
    <section className="panel-section" aria-label={t('rooms.asking')}>
      <h3>{t('rooms.asking')} <span className="tabular">{count}</span></h3>
      <ul>{requests.data.map(request => <RequestRow key={request.person.id} request={request} channel={channel} />)}</ul>
    </section>
  );
}

function RequestRow({ request: { person }, channel }: { request: AccessRequest; channel: Channel }): ReactNode {
  const { t } = useWords();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (approve: boolean) => api.call(answerAccessRequest, { params: { channelId: channel.id, personId: person.id }, body: { approve } }),
    onError: error => showToast(failureText(error, t), 'error'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['access-requests', channel.id] }),
  });
  return (
    <li className="person-row person-asking">
      <Avatar id={person.id} name={person.displayName} size={32} picture={pictureOf(person)} />
      <span className="person-words"><span className="person-name"><span className="ellipsis" dir="auto">{person.displayName}</span></span><span className="quieter ellipsis">{person.email}</span></span>
      <IconButton label={t('rooms.letIn', { name: person.displayName })} size={28} look="edge" aria-disabled={answer.isPending} onClick={() => answer.mutate(true)}><Check size={18} strokeWidth={1.75} /></IconButton>
      <IconButton label={t('rooms.deny', { name: person.displayName })} size={28} look="edge" aria-disabled={answer.isPending} onClick={() => answer.mutate(false)}><X size={18} strokeWidth={1.75} /></IconButton>
    </li>
  );
}
