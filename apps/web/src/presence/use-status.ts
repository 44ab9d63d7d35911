import { useMutation } from '@tanstack/react-query';
import { showToast } from '@carillon/ui/toast-list.js';
import { setStatus, type PresenceMode, type StatusMessage } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useMeChanged } from '../settings/profile-card.js';

export const PRESENCE_MODES: readonly PresenceMode[] = ['automatic', 'available', 'busy', 'dnd', 'private'];

/** Sets how one is shown, or the message beside it. */
export function useSetStatus(onDone?: () => void) {
  const { t } = useWords();
  const changed = useMeChanged();
  return useMutation({
    mutationFn: (set: { mode?: PresenceMode; message?: StatusMessage | null }) => api.call(setStatus, { body: set }),
    onSuccess: reply => { changed(reply.me); onDone?.(); },
    onError: error => showToast(failureText(error, t), 'error'),
  });
}
