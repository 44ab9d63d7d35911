import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { ConsoleIdentity } from '@carillon/wire/rest/console.js';
import { AccessKeys } from '../iam/credentials/access-keys.js';
import { Arn } from '../iam/arn.js';
import { MfaDevices } from '../iam/credentials/mfa-devices.js';
import { formatTime } from '../format.js';
import { Page } from '../frame/page.js';
import { useWords } from '../words.js';
import { RootMfa } from './root-mfa.js';
import { RootPassword } from './root-password.js';
import { useSession } from './session-query.js';
import { UserPassword } from './user-password.js';

/** How whoever is signed in proves who they are. */
export function SecurityPage(): ReactNode {
  const { t } = useWords();
  const identity = useSession().data;
  return (
    <Page title={t('session.security')} description={t('security.intro')} crumbs={[]} guide="signing-in">
      {identity === undefined || identity === null ? null : (
        <SpaceBetween size="l">
          <Identity identity={identity} />
          <Credentials identity={identity} />
        </SpaceBetween>
      )}
    </Page>
  );
}

function Identity({ identity }: { identity: ConsoleIdentity }): ReactNode {
  const { t, locale } = useWords();
  const alias = identity.accountAlias === null ? '' : ` (${identity.accountAlias})`;
  return (
    <Container header={<Header variant="h2">{t('security.who')}</Header>}>
      <KeyValuePairs columns={3} items={[
        identity.email === null ? { label: t('session.userName'), value: identity.userName } : { label: t('session.email'), value: identity.email },
        { label: t('security.account'), value: `${identity.ownerAccountId}${alias}` }, { label: 'ARN', value: <Arn value={identity.arn} /> },
        { label: t('security.mfaUsed'), value: t(identity.mfa ? 'security.yes' : 'security.no') }, { label: t('security.until'), value: formatTime(identity.expiresAt, locale) },
      ]} />
    </Container>
  );
}

function Credentials({ identity }: { identity: ConsoleIdentity }): ReactNode {
  const { t } = useWords();
  if (identity.type === 'AssumedRole') return <Alert type="info" header={t('security.roleTitle')}>{t('security.roleText', { name: identity.userName })}</Alert>;
  if (identity.type === 'Root') return <SpaceBetween size="l"><RootPassword /><RootMfa /><AccessKeys own /></SpaceBetween>;
  return <SpaceBetween size="l"><UserPassword /><MfaDevices userName={identity.userName} own /><AccessKeys userName={identity.userName} own /></SpaceBetween>;
}
