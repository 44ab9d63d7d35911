import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { formatNumber } from '../format.js';
import { Failure } from '../frame/failure.js';
import { Page, PageLink } from '../frame/page.js';
import { useSession } from '../session/session-query.js';
import { byNextToken, useAllPages } from '../use-operation.js';
import { useWords } from '../words.js';

const WAYS = [['accounts', '/accounts'], ['iam', '/iam/users'], ['events', '/event-history'], ['support', '/support']] as const;

/** What there is, and the ways on. */
export function HomePage(): ReactNode {
  const { t, locale } = useWords();
  const session = useSession();
  const list = useAllPages('ListAccountSummaries', { MaxResults: 99 }, { items: output => output.AccountSummaries, next: byNextToken });
  const users = list.data?.items.reduce((sum, { UserCount }) => sum + UserCount, 0);
  const more = list.data?.more === true ? '+' : '';
  const figure = (label: string, value: number | undefined): ReactNode => (
    <div><Box variant="awsui-key-label">{label}</Box><Box fontSize="display-l" fontWeight="light">{value === undefined ? '–' : `${formatNumber(value, locale)}${more}`}</Box></div>
  );
  return (
    <Page title={t('home.title', { name: session.data?.ownerName ?? '' })} description={t('home.intro')} crumbs={[]} guide="overview">
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : (
        <Container header={<Header variant="h2">{t('home.here')}</Header>}>
          <ColumnLayout columns={2} variant="text-grid">{figure(t('frame.nav.accounts'), list.data?.items.length)}{figure(t('home.users'), users)}</ColumnLayout>
        </Container>
      )}
      <Cards
        items={[...WAYS]} header={<Header variant="h2">{t('home.ways')}</Header>} cardsPerRow={[{ cards: 1 }, { minWidth: 600, cards: 2 }]} trackBy={([name]) => name}
        cardDefinition={{ header: ([name, href]) => <PageLink to={href} fontSize="inherit">{t(`home.${name}`)}</PageLink>, sections: [{ id: 'text', content: ([name]) => t(`home.${name}Text`) }] }}
      />
    </Page>
  );
}
