import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { missingAction } from '../../frame/failure-words.js';
import { perform } from '../../operations.js';
import { refusalWords, useWords } from '../../words.js';
import { findJsonFault } from './json-fault.js';
import { formatJson, TEMPLATES, type TemplateName } from './policy-text.js';

/** How long one has to pause before the server is asked. */
const PAUSE_MS = 700;
/** The server looks at longer ones when they are saved. */
const ASKED_LENGTH_MAX: Readonly<Record<PolicyKind, number>> = { identity: 20_000, trust: 20_000, resource: 4_096 };
const NOTHING = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });

/** Of an identity, of whom a role trusts, or of a resource: a bucket. */
type PolicyKind = 'identity' | 'trust' | 'resource';
type Verdict = 'waiting' | 'right' | 'unchecked' | { readonly fault: string };

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: PolicyKind;
  readonly rows?: number;
  /** To begin from, instead of those for identities. */
  readonly templates?: readonly PolicyTemplate[];
}

export interface PolicyTemplate { readonly name: string; readonly text: string }

/** A policy as JSON: what is wrong with it is said while one writes, by the server itself. */
export function PolicyEditor({ label, value, onChange, kind = 'identity', rows = 16, templates }: Props): ReactNode {
  const { t } = useWords();
  const verdict = usePolicyVerdict(value, kind);
  const fault = typeof verdict === 'object' ? verdict.fault : undefined;
  const offered = templates ?? (kind === 'identity' ? (Object.keys(TEMPLATES) as TemplateName[]).map(id => ({ name: t(`iam.templates.${id}`), text: TEMPLATES[id] })) : []);
  return (
    <SpaceBetween size="xs">
      <FormField label={label} stretch errorText={fault} constraintText={kind === 'trust' ? t('iam.trustHint') : t('iam.policyHint')}>
        <div className="code-text"><Textarea value={value} onChange={({ detail }) => onChange(detail.value)} rows={rows} spellcheck={false} invalid={fault !== undefined} ariaLabel={label} /></div>
      </FormField>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button formAction="none" onClick={() => onChange(formatJson(value))} disabled={findJsonFault(value) !== undefined}>{t('iam.format')}</Button>
        {offered.length === 0 ? null : <ButtonDropdown items={offered.map(({ name }, index) => ({ id: String(index), text: name }))} onItemClick={({ detail }) => onChange(offered[Number(detail.id)]?.text ?? value)}>{t('iam.template')}</ButtonDropdown>}
        {verdict === 'right' ? <StatusIndicator type="success">{t('iam.policyRight')}</StatusIndicator> : null}
        {verdict === 'unchecked' ? <StatusIndicator type="info">{t('iam.policyUnchecked')}</StatusIndicator> : null}
        {verdict === 'waiting' ? <StatusIndicator type="in-progress">{t('iam.policyWaiting')}</StatusIndicator> : null}
      </SpaceBetween>
    </SpaceBetween>
  );
}

/** First what the page itself can tell, then, after a pause, what the server says to it. */
function usePolicyVerdict(value: string, kind: PolicyKind): Verdict {
  const { t } = useWords();
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const place = findJsonFault(value);
  const asked = place === undefined && settled === value && value.length <= ASKED_LENGTH_MAX[kind];
  const answer = useQuery({ queryKey: ['policy-verdict', kind, settled], enabled: asked, staleTime: Infinity, retry: false, queryFn: () => ask(settled, kind) });
  if (place !== undefined) return { fault: t('iam.jsonFault', { line: place.line, column: place.column }) };
  if (value.length > ASKED_LENGTH_MAX[kind]) return 'unchecked';
  if (!asked || answer.isPending) return 'waiting';
  return answer.data ?? 'unchecked';
}

/** The server refuses a policy that cannot be used, and says why; whoever may not ask writes without. */
async function ask(text: string, kind: PolicyKind): Promise<Verdict> {
  try {
    await perform('iam:SimulateCustomPolicy', { PolicyInputList: [kind === 'identity' ? text : NOTHING], ActionNames: ['chime:ListAccounts'], ...(kind === 'identity' ? {} : { ResourcePolicy: text }) });
    return 'right';
  } catch (error) {
    if (missingAction(error) === undefined && isFailure(error) && !error.transient) return { fault: refusalWords(error.message) };
    return 'unchecked';
  }
}
