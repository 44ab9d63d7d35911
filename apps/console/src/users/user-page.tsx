import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAccountPage } from '../accounts/use-account-page.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { formatDay, formatNumber } from '../format.js';
import { useOperation } from '../use-operation.js';
import { useWords } from '../words.js';
import { nameOf, type User } from './model.js';
import { RegistrationIndicator } from './registration-indicator.js';
import { UserActions, type Step } from './user-actions.js';

/** User detail: every field of the guide's (USR-03 to USR-17), and what can be done with one user. */
export function UserPage(): ReactNode {
  const { t } = useWords();
  const { accountId, account, crumbs } = useAccountPage();
  const { userId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useOperation('GetUser', { AccountId: accountId, UserId: userId });
  const navigate = useNavigate();
  const user = data?.User;
  const leave = (step: Step): void => { if (step === 'remove' || step === 'migrate') void navigate({ to: '/accounts/$accountId/users', params: { accountId }, search: {} }); };
  return (
    <Page
      title={user === undefined ? t('users.detail') : nameOf(user)} crumbs={[...crumbs, { text: t('users.title'), href: `/accounts/${accountId}/users` }]} guide="users"
      actions={<UserActions account={account} users={user === undefined ? [] : [user]} single onDone={leave} />}
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : user === undefined ? <Spinner size="large" /> : (
        <SpaceBetween size="l">
          <State user={user} />
          <Details user={user} />
          <Activity accountId={accountId} user={user} />
        </SpaceBetween>
      )}
    </Page>
  );
}

/** What is out of the ordinary about somebody. */
function State({ user }: { user: User }): ReactNode {
  const { t } = useWords();
  switch (user.UserRegistrationStatus) {
    case 'Suspended': return <Alert type="warning" header={t('users.registrations.Suspended')}>{t('users.isSuspended')}</Alert>;
    case 'Released': return <Alert type="warning" header={t('users.registrations.Released')}>{t('users.isReleased')}</Alert>;
    case 'Unregistered': return <Alert type="info" header={t('users.registrations.Unregistered')}>{t('users.isUnregistered')}</Alert>;
    default: return null;
  }
}

function Details({ user }: { user: User }): ReactNode {
  const { t, locale } = useWords();
  // Who has not come yet has no meetings: the number means nothing to anybody.
  const pin = user.UserRegistrationStatus === 'Unregistered' ? undefined : user.PersonalPIN;
  return (
    <Container header={<Header variant="h2">{t('users.detail')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t('users.displayName'), value: user.DisplayName ?? '–' },
          { label: t('users.email'), value: user.PrimaryEmail ?? '–' },
          { label: t('users.registration'), value: <RegistrationIndicator value={user.UserRegistrationStatus} /> },
          { label: t('users.tier'), value: user.LicenseType === undefined ? '–' : t(`users.licenses.${user.LicenseType}`) },
          { label: t('users.invited'), value: formatDay(user.InvitedOn, locale) },
          { label: t('users.joined'), value: formatDay(user.RegisteredOn, locale) },
          {
            label: t('users.pin'),
            value: pin === undefined ? '–' : <CopyToClipboard variant="inline" textToCopy={pin} copyButtonAriaLabel={t('users.copyPin')} copySuccessText={t('frame.copied')} copyErrorText={t('frame.copyFailed')} />,
          },
          { label: t('users.phone'), value: user.PrimaryProvisionedNumber ?? '–' },
        ]}
      />
    </Container>
  );
}

/** What the reports say of one user; what is not measured yet is a dash. */
function Activity({ accountId, user }: { accountId: string; user: User }): ReactNode {
  const { t, locale } = useWords();
  const { data, error, isPending, refetch } = useOperation('GetUserActivityReportData', { AccountId: accountId, UserId: user.UserId }, { enabled: user.UserRegistrationStatus !== 'Unregistered' });
  const activity = data?.UserActivity;
  const privacy = activity?.PrivacySetting;
  return (
    <Container header={<Header variant="h2">{t('users.activity')}</Header>}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : isPending && user.UserRegistrationStatus !== 'Unregistered' ? <Spinner /> : (
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('users.privacy'), value: privacy === undefined ? '–' : t(`users.privacySettings.${privacy}`) },
            { label: t('users.attended'), value: '–' },
            { label: t('users.organized'), value: '–' },
            { label: t('users.satisfaction'), value: '–' },
            { label: t('users.lastActive'), value: formatDay(activity?.LastActiveTimestamp, locale) },
            { label: t('users.messages'), value: formatNumber(activity?.ChatMessagesSent, locale) },
          ]}
        />
      )}
    </Container>
  );
}
