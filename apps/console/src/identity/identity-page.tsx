import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatNumber } from '../format.js';
import { useWords } from '../words.js';
import { useDomains } from './use-domains.js';

const ADVANTAGES = ['enterpriseJoin', 'enterpriseExisting', 'enterpriseSuspend', 'enterpriseOthers', 'enterpriseRetention'] as const;

/** Identity > Getting started: what Enterprise is and the way to it (guide, GST-06, ACC-05). */
export function IdentityPage(): ReactNode {
  const { t } = useWords();
  const { accountId, account, crumbs, error, retry } = useAccountPage();
  const navigate = useNavigate();
  const go = (search: { claim?: true }): void => void navigate({ to: '/accounts/$accountId/identity/domains', params: { accountId }, search });
  return (
    <Page
      title={t('domains.gettingStarted')} description={t('domains.identityIntro')} crumbs={[...crumbs, { text: t('domains.identity'), href: `/accounts/${accountId}/identity` }]} guide="domains"
      actions={<SpaceBetween direction="horizontal" size="xs"><Button onClick={() => go({})}>{t('domains.toDomains')}</Button><ActionButton action="chime:AddDomain" variant="primary" onClick={() => go({ claim: true })}>{t('domains.claimFirst')}</ActionButton></SpaceBetween>}
    >
      {error ? <Failure error={error} onRetry={retry} /> : <SoFar accountId={accountId} accountType={account?.AccountType} />}
      <Container header={<Header variant="h2">{t('domains.enterprise')}</Header>}>
        <Box>{t('domains.enterpriseText')}</Box>
        <ul>{ADVANTAGES.map(key => <li key={key}>{t(`domains.${key}`)}</li>)}</ul>
      </Container>
    </Page>
  );
}

/** What is done already, and what is left. */
function SoFar({ accountId, accountType }: { accountId: string; accountType: string | undefined }): ReactNode {
  const { t, locale } = useWords();
  const list = useDomains(accountId);
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined || accountType === undefined) return <Spinner />;
  const count = (status: string): number => list.data.items.filter(one => one.DomainStatus === status).length;
  const [verified, pending] = [count('Verified'), count('PendingVerification')];
  const step = (name: string, status: 'success' | 'pending' | 'in-progress', text: string): StepsProps.Step => ({
    header: t(`domains.${name}`), details: t(`domains.${name}Text`), status, statusIconAriaLabel: t(`domains.${text}`),
  });
  const [claimed, proven] = [verified + pending > 0, verified > 0];
  const steps = [
    step('stepClaim', claimed ? 'success' : 'pending', claimed ? 'done' : 'open'),
    step('stepRecord', proven ? 'success' : claimed ? 'in-progress' : 'pending', proven ? 'done' : claimed ? 'waiting' : 'open'),
    step('stepVerified', proven ? 'success' : claimed ? 'in-progress' : 'pending', proven ? 'done' : claimed ? 'waiting' : 'open'),
  ];
  return (
    <SpaceBetween size="l">
      {accountType === 'Team' ? null : <Alert type="success" header={t('domains.isEnterprise')}>{t('domains.isEnterpriseText')}</Alert>}
      <Container header={<Header variant="h2">{t('domains.soFar')}</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('domains.accountType'), value: t(`accounts.types.${accountType}`) },
            { label: t('domains.verifiedDomains'), value: formatNumber(verified, locale) },
            { label: t('domains.pendingDomains'), value: formatNumber(pending, locale) },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">{t('domains.steps')}</Header>}><Steps steps={steps} /></Container>
    </SpaceBetween>
  );
}
