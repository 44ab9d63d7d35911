import type { Contract } from '@carillon/wire/aws/contract.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import type { Ctx, Principal } from '../ctx.js';
import type { Call, Operation } from '../operation.js';
import type { AuditEvent } from '../platform/audit.js';

const SOURCES: Readonly<Record<string, string>> = { 'chime': 'chime', 'chime-sdk-meetings': 'chime', 'iam': 'iam', 'sts': 'sts', 'cloudtrail': 'cloudtrail', 's3': 's3' };
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';
/** Secret whatever the tables say of it. */
const SECRET_NAMES = new Set(['SecretAccessKey', 'SessionToken', 'Password', 'OldPassword', 'NewPassword', 'Base32StringSeed', 'QRCodePNG', 'JoinToken', 'TokenCode', 'AuthenticationCode1', 'AuthenticationCode2', 'SecurityToken']);
const RECORD_LENGTH_MAX = 100_000;

export interface Outcome {
  /** Undefined when it could not be read. */
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The record of one operation in CloudTrail's form (guide, CTR-03). Times to the second; members begin in lower case. */
export function auditEventOf(ctx: Ctx, principal: Principal, operation: Operation, call: Call, outcome: Outcome): AuditEvent {
  const id = ctx.ids.next<'AuditEvent'>();
  const at = ctx.now();
  const contract: Contract | undefined = operation.service === 's3' ? undefined : CONTRACTS[operation.service];
  const shape = contract?.operations[operation.name];
  const source = `${SOURCES[operation.service]}.amazonaws.com`;
  const record = {
    eventVersion: '1.05', userIdentity: identityOf(principal), eventTime: seconds(at), eventSource: source, eventName: operation.name, awsRegion: call.region, sourceIPAddress: call.sourceAddress,
    userAgent: call.userAgent, ...(outcome.error && { errorCode: outcome.error.code, errorMessage: outcome.error.message }),
    requestParameters: bounded(mask(contract, shape?.input, outcome.input)),
    responseElements: operation.kind === 'read' || outcome.error ? null : bounded(mask(contract, shape?.output, outcome.output)),
    requestID: call.requestId, eventID: id, readOnly: operation.kind === 'read', eventType: 'AwsApiCall', recipientAccountId: principal.ownerAccountId,
  };
  return { id, ownerAccountId: principal.ownerAccountId, at, source, name: operation.name, userName: nameOf(principal), accessKeyId: principal.accessKeyId, readOnly: operation.kind === 'read', record };
}

/** What event history is looked up by. */
export function nameOf(principal: Principal): string {
  if (principal.type === 'Root') return 'root';
  return principal.type === 'AssumedRole' || principal.type === 'FederatedUser' ? (principal.arn.split('/').at(-1) ?? '') : (principal.userName ?? '');
}

/** Who acted, as a record names them. */
export function identityOf(principal: Principal): Record<string, unknown> {
  const { session } = principal;
  return {
    type: principal.type, principalId: principal.principalId, arn: principal.arn, accountId: principal.ownerAccountId, ...(principal.accessKeyId !== undefined && { accessKeyId: principal.accessKeyId }),
    ...(principal.userName !== undefined && principal.type === 'IAMUser' && { userName: principal.userName }),
    ...(session && { sessionContext: { attributes: { mfaAuthenticated: String(principal.mfaAuthenticated), creationDate: seconds(session.createdAt) }, ...(session.issuer && { sessionIssuer: session.issuer }) } }),
  };
}

/** A record's times have no parts of a second. */
export function seconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** A value by its shape, with what is secret or sensitive hidden. Undefined becomes null. */
function mask(contract: Contract | undefined, name: string | undefined, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const shape = name === undefined ? undefined : contract?.shapes[name];
  if (shape && 'sensitive' in shape && shape.sensitive) return HIDDEN;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return HIDDEN;
  if (Array.isArray(value)) return value.map(one => mask(contract, shape?.type === 'list' ? shape.of : undefined, one));
  if (typeof value !== 'object') return value;
  const members = shape?.type === 'structure' ? shape.members : undefined;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([member, one]) => [
    member.slice(0, 1).toLowerCase() + member.slice(1), SECRET_NAMES.has(member) || members?.[member]?.sensitive ? HIDDEN : mask(contract, members?.[member]?.shape, one),
  ]));
}

function bounded(value: unknown): unknown {
  return JSON.stringify(value).length > RECORD_LENGTH_MAX ? { omitted: true, reason: 'too large' } : value;
}
