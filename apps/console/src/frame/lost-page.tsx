import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import { Page, PageLink } from './page.js';

export function LostPage(): ReactNode {
  const { t } = useWords();
  return <Page title={t('frame.lost')} description={t('frame.lostText')} crumbs={[]} guide="overview"><PageLink to="/accounts">{t('frame.toAccounts')}</PageLink></Page>;
}
