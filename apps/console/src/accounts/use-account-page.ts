import { useParams } from '@tanstack/react-router';
import type { Crumb } from '../frame/crumbs-state.js';
import { useWords } from '../words.js';
import { useAccount } from './use-account.js';

type Read = ReturnType<typeof useAccount>;

/** What pages inside an account begin with: which account it is, and the way there. */
export function useAccountPage(): { accountId: string; account: NonNullable<Read['data']>['Account']; crumbs: readonly Crumb[]; error: Read['error']; retry: () => void } {
  const { t } = useWords();
  const { accountId = '' } = useParams({ strict: false });
  const read = useAccount(accountId);
  const crumbs = [{ text: t('accounts.title'), href: '/accounts' }, { text: read.data?.Account?.Name ?? t('frame.nav.account'), href: `/accounts/${accountId}/users` }];
  return { accountId, account: read.data?.Account, crumbs, error: read.error, retry: () => void read.refetch() };
}
