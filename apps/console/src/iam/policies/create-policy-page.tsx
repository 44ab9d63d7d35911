import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../frame/failure.js';
import { useFlash } from '../../frame/flash.js';
import { Page } from '../../frame/page.js';
import { ActionButton } from '../../frame/permissions.js';
import { useOperationChange } from '../../use-operation.js';
import { useWords } from '../../words.js';
import { findJsonFault } from './json-fault.js';
import { PolicyEditor } from './policy-editor.js';
import { NEW_POLICY } from './policy-text.js';

const NAME = /^[\w+=,.@-]{1,128}$/;

/** IAM > Policies > Create policy. */
export function CreatePolicyPage(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const flash = useFlash();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [text, setText] = useState(NEW_POLICY);
  const create = useOperationChange('iam:CreatePolicy');
  const submit = async (): Promise<void> => {
    const { Policy } = await create.run({ PolicyName: name, PolicyDocument: text, ...(description === '' ? {} : { Description: description }) });
    flash.done(t('iam.policySaved', { policy: name }));
    await navigate({ to: '/iam/policies/detail', search: { arn: Policy?.Arn ?? '' } });
  };
  return (
    <Page title={t('iam.createPolicy')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }, { text: t('iam.policies'), href: '/iam/policies' }]} guide="iam">
      <form onSubmit={event => { event.preventDefault(); void submit().catch(() => undefined); }}>
        <Form actions={(
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={() => void navigate({ to: '/iam/policies' })}>{t('frame.cancel')}</Button>
            <ActionButton action="iam:CreatePolicy" variant="primary" formAction="submit" loading={create.busy} disabled={!NAME.test(name) || findJsonFault(text) !== undefined}>{t('iam.createPolicy')}</ActionButton>
          </SpaceBetween>
        )}>
          <Container>
            <SpaceBetween size="m">
              <FormField label={t('iam.policyName')} constraintText={t('iam.policyNameHint')}><Input value={name} onChange={({ detail }) => setName(detail.value.trim())} autoFocus /></FormField>
              <FormField label={`${t('iam.description')} – ${t('iam.optional')}`}><Input value={description} onChange={({ detail }) => setDescription(detail.value)} /></FormField>
              <PolicyEditor label={t('iam.document')} value={text} onChange={setText} />
              {create.failure ? <Failure error={create.failure} /> : null}
            </SpaceBetween>
          </Container>
        </Form>
      </form>
    </Page>
  );
}
