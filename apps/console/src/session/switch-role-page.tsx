import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { switchRole } from '@carillon/wire/rest/console.js';
import { Failure } from '../frame/failure.js';
import { useFlash } from '../frame/flash.js';
import { Page } from '../frame/page.js';
import { api } from '../operations.js';
import { useWords } from '../words.js';
import { useBecome, useSession } from './session-query.js';

/** To a role of this account or of another one that trusts it. */
export function SwitchRolePage(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const become = useBecome();
  const navigate = useNavigate();
  const flash = useFlash();
  const [account, setAccount] = useState(session.data?.accountAlias ?? session.data?.ownerAccountId ?? '');
  const [roleName, setRoleName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { identity } = await api.call(switchRole, { body: { account: account.trim(), roleName: roleName.trim() } });
      become(identity);
      flash.done(t('session.switched', { role: roleName.trim() }));
      await navigate({ to: '/accounts' });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('session.switchTitle')} description={t('session.switchIntro')} crumbs={[]} guide="signing-in">
      <form onSubmit={event => { event.preventDefault(); void submit(); }}>
        <Form actions={<Button variant="primary" formAction="submit" loading={busy} disabled={account.trim() === '' || roleName.trim() === ''}>{t('session.switchRole')}</Button>}>
          <Container>
            <SpaceBetween size="m">
              <FormField label={t('session.roleAccount')}><Input value={account} onChange={({ detail }) => setAccount(detail.value)} /></FormField>
              <FormField label={t('session.roleName')}><Input value={roleName} onChange={({ detail }) => setRoleName(detail.value)} autoFocus /></FormField>
              {error === null ? null : <Failure error={error} />}
            </SpaceBetween>
          </Container>
        </Form>
      </form>
    </Page>
  );
}
