import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { formatDay, formatNumber } from '../format.js';
import { useWords, type Words } from '../words.js';
import { ClaimDomainDialog } from './claim-domain-dialog.js';
import { DomainDialog } from './domain-dialog.js';
import { DomainStatus } from './domain-status.js';
import { RemoveDomainDialog } from './remove-domain-dialog.js';
import { useDomains, type Domain } from './use-domains.js';

/** Identity > Domains: what is claimed, claiming more, and giving up (guide, DOM-01 to DOM-05, TRN-06, TRN-09). */
export function DomainsPage(): ReactNode {
  const { t, locale } = useWords();
  const { accountId, crumbs } = useAccountPage();
  const { claim = false } = useSearch({ strict: false }) as { claim?: boolean };
  const navigate = useNavigate();
  const list = useDomains(accountId);
  const [opened, setOpened] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Domain | null>(null);
  const setClaiming = (on: boolean): void => void navigate({ to: '/accounts/$accountId/identity/domains', params: { accountId }, search: on ? { claim: true } : {}, replace: true });
  const domains = list.data?.items ?? [];
  const shown = domains.find(one => one.DomainName === opened);
  return (
    <Page
      title={t('domains.title')} description={t('domains.intro')} crumbs={[...crumbs, { text: t('domains.identity'), href: `/accounts/${accountId}/identity` }]} guide="domains"
      actions={<ActionButton action="chime:AddDomain" variant="primary" onClick={() => setClaiming(true)}>{t('domains.claim')}</ActionButton>}
    >
      {list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : (
        <Table
          items={[...domains]} columnDefinitions={columnsOf(t, locale, setOpened, setRemoving)} trackBy="DomainName" loading={list.isPending} loadingText={t('frame.loading')} wrapLines
          ariaLabels={{ tableLabel: t('domains.title') }}
          header={<Header counter={list.data === undefined ? '' : `(${formatNumber(domains.length, locale)})`}>{t('domains.title')}</Header>} empty={<NoDomains onClaim={() => setClaiming(true)} />}
        />
      )}
      {claim ? <ClaimDomainDialog accountId={accountId} shown={domains} onClose={() => setClaiming(false)} /> : null}
      {shown ? <DomainDialog domain={shown} onClose={() => setOpened(null)} /> : null}
      {removing ? <RemoveDomainDialog domain={removing} onClose={() => setRemoving(null)} /> : null}
    </Page>
  );
}

function NoDomains({ onClaim }: { onClaim: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box variant="strong">{t('domains.none')}</Box>
        <Box color="text-body-secondary">{t('domains.noneText')}</Box>
        <ActionButton action="chime:AddDomain" onClick={onClaim}>{t('domains.claim')}</ActionButton>
      </SpaceBetween>
    </Box>
  );
}

function columnsOf(t: Words['t'], locale: string, onOpen: (name: string) => void, onRemove: (domain: Domain) => void): readonly TableProps.ColumnDefinition<Domain>[] {
  return [
    { id: 'name', header: t('domains.domain'), isRowHeader: true, minWidth: 160, cell: one => <Button variant="inline-link" onClick={() => onOpen(one.DomainName)}>{one.DomainName}</Button> },
    { id: 'status', header: t('domains.status'), minWidth: 150, cell: one => <DomainStatus value={one.DomainStatus} /> },
    { id: 'claimed', header: t('domains.claimedOn'), minWidth: 120, cell: one => formatDay(one.CreatedTimestamp, locale) },
    { id: 'verified', header: t('domains.verifiedOn'), minWidth: 120, cell: one => formatDay(one.VerifiedTimestamp, locale) },
    {
      id: 'actions', header: t('domains.actions'), minWidth: 110,
      cell: one => <ActionButton action="chime:DeleteDomain" variant="inline-link" ariaLabel={t('domains.removeTitle', { name: one.DomainName })} onClick={() => onRemove(one)}>{t('domains.remove')}</ActionButton>,
    },
  ];
}
