import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import type { ApiFailure } from '@carillon/client/api.js';
import { Failure } from '../frame/failure.js';
import { Page } from '../frame/page.js';
import { ActionButton } from '../frame/permissions.js';
import { perform, type OutputOf } from '../operations.js';
import { useWords } from '../words.js';
import { ACTION_NAMES } from './action-names.js';
import { useGroups, useRoles, useUsers } from './use-lists.js';

type Result = NonNullable<OutputOf<'iam:SimulatePrincipalPolicy'>['EvaluationResults']>[number];
interface Question { readonly arn: string; readonly actions: readonly string[]; readonly others: string; readonly resource: string; readonly address: string; readonly mfa: boolean }
const ACTION = /^[a-z0-9-]+:[A-Za-z0-9*?]+$/;
const ACTIONS_MAX = 100;

/** "May this one do that?", answered by the same code that decides. */
export function SimulatorPage(): ReactNode {
  const { t } = useWords();
  const [question, setQuestion] = useState<Question>({ arn: '', actions: [], others: '', resource: '*', address: '', mfa: false });
  const run = useMutation<readonly Result[], ApiFailure, Question>({ mutationFn: simulate });
  const names = actionsOf(question);
  const wrong = names.find(name => !ACTION.test(name));
  const set = (part: Partial<Question>): void => { setQuestion(before => ({ ...before, ...part })); run.reset(); };
  return (
    <Page title={t('iam.simulator')} description={t('iam.simulatorIntro')} crumbs={[{ text: t('iam.title'), href: '/iam/users' }]} guide="iam">
      <Container header={<Header variant="h2">{t('iam.question')}</Header>} footer={(
        <ActionButton action="iam:SimulatePrincipalPolicy" variant="primary" loading={run.isPending} disabled={question.arn === '' || names.length === 0 || names.length > ACTIONS_MAX || wrong !== undefined} onClick={() => run.mutate(question)}>{t('iam.simulate')}</ActionButton>
      )}>
        <SpaceBetween size="m">
          <IdentityField arn={question.arn} onChange={arn => set({ arn })} />
          <ActionFields question={question} wrong={wrong} set={set} />
          <ColumnLayout columns={2}>
            <FormField label={t('iam.resource')} constraintText={t('iam.resourceHint')}><Input value={question.resource} onChange={({ detail }) => set({ resource: detail.value })} /></FormField>
            <FormField label={`${t('iam.sourceIp')} – ${t('iam.optional')}`} constraintText={t('iam.sourceIpHint')}><Input value={question.address} placeholder="203.0.113.7" onChange={({ detail }) => set({ address: detail.value })} /></FormField>
          </ColumnLayout>
          <Checkbox checked={question.mfa} onChange={({ detail }) => set({ mfa: detail.checked })}>{t('iam.withMfa')}</Checkbox>
        </SpaceBetween>
      </Container>
      {run.error ? <Failure error={run.error} /> : null}
      {run.data === undefined ? null : <Results results={run.data} />}
      <Alert type="info">{t('iam.simulatorNote')}</Alert>
    </Page>
  );
}

function IdentityField({ arn, onChange }: { arn: string; onChange: (arn: string) => void }): ReactNode {
  const { t } = useWords();
  const [users, groups, roles] = [useUsers(), useGroups(), useRoles()];
  const group = (label: string, options: readonly { Arn: string; name: string }[]) => ({ label, options: options.map(one => ({ value: one.Arn, label: one.name })) });
  const options = [
    group(t('iam.users'), (users.data?.items ?? []).map(one => ({ Arn: one.Arn, name: one.UserName }))), group(t('iam.userGroups'), (groups.data?.items ?? []).map(one => ({ Arn: one.Arn, name: one.GroupName }))),
    group(t('iam.roles'), (roles.data?.items ?? []).map(one => ({ Arn: one.Arn, name: one.RoleName }))),
  ].filter(one => one.options.length > 0);
  const error = users.error ?? groups.error ?? roles.error;
  return (
    <FormField label={t('iam.who')}>
      {error ? <Failure error={error} /> : null}
      <Select
        options={options} filteringType="auto" placeholder={t('iam.choosePrincipal')} selectedOption={options.flatMap(one => one.options).find(option => option.value === arn) ?? null} empty={t('iam.nobody')}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

function ActionFields({ question, wrong, set }: { question: Question; wrong: string | undefined; set: (part: Partial<Question>) => void }): ReactNode {
  const { t } = useWords();
  const options = useMemo(() => ACTION_NAMES.map(value => ({ value, label: value })), []);
  return (
    <SpaceBetween size="m">
      <FormField label={t('iam.chooseActions')}>
        <SpaceBetween size="xs">
          <Multiselect
            options={options} selectedOptions={options.filter(option => question.actions.includes(option.value))} filteringType="auto" placeholder={t('iam.chooseActionsHint')} virtualScroll tokenLimit={6}
            onChange={({ detail }) => set({ actions: detail.selectedOptions.map(option => option.value ?? '') })} deselectAriaLabel={option => `${t('iam.remove')} ${option.label ?? ''}`}
          />
          {question.actions.length > 0 ? <Button variant="inline-link" onClick={() => set({ actions: [] })}>{t('iam.clearActions')}</Button> : null}
        </SpaceBetween>
      </FormField>
      <FormField label={`${t('iam.otherActions')} – ${t('iam.optional')}`} constraintText={t('iam.otherActionsHint')} errorText={wrong === undefined ? undefined : t('iam.actionWrong', { action: wrong })}>
        <Input value={question.others} placeholder="s3:GetObject, chime:*" onChange={({ detail }) => set({ others: detail.value })} />
      </FormField>
    </SpaceBetween>
  );
}

function Results({ results }: { results: readonly Result[] }): ReactNode {
  const { t } = useWords();
  return (
    <Table
      items={results} trackBy={result => result.EvalActionName} wrapLines header={<Header variant="h2" counter={`(${results.length})`}>{t('iam.results')}</Header>}
      columnDefinitions={[
        { id: 'action', header: t('iam.action'), isRowHeader: true, cell: result => result.EvalActionName },
        { id: 'resource', header: t('iam.resource'), cell: result => <span className="plain-text">{result.EvalResourceName}</span> },
        { id: 'decision', header: t('iam.decision'), cell: result => <StatusIndicator type={result.EvalDecision === 'allowed' ? 'success' : 'error'}>{t(`iam.decisions.${result.EvalDecision}`)}</StatusIndicator> },
      ]}
    />
  );
}

function actionsOf({ actions, others }: Question): readonly string[] {
  return [...new Set([...actions, ...others.split(/[\s,;]+/).filter(name => name !== '')])];
}

async function simulate(question: Question): Promise<readonly Result[]> {
  const { arn, resource, address, mfa } = question;
  const userName = /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  const { EvaluationResults = [] } = await perform('iam:SimulatePrincipalPolicy', {
    PolicySourceArn: arn, ActionNames: [...actionsOf(question)], ResourceArns: [resource.trim() === '' ? '*' : resource.trim()],
    ContextEntries: [
      { ContextKeyName: 'aws:MultiFactorAuthPresent', ContextKeyType: 'boolean', ContextKeyValues: [String(mfa)] },
      ...(address.trim() === '' ? [] : [{ ContextKeyName: 'aws:SourceIp', ContextKeyType: 'ip' as const, ContextKeyValues: [address.trim()] }]),
      ...(userName === undefined ? [] : [{ ContextKeyName: 'aws:username', ContextKeyType: 'string' as const, ContextKeyValues: [userName] }]),
      // Roads to the server are encrypted; a policy that wants it so should not say no here.
      { ContextKeyName: 'aws:SecureTransport', ContextKeyType: 'boolean', ContextKeyValues: ['true'] },
    ],
  });
  return EvaluationResults;
}
