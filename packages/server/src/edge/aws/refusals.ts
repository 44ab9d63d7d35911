import type { Contract } from '@carillon/wire/aws/contract.js';

/** Refusals that are no operation's own: who signed what, and whether there is such an operation. */
export type RefusalKind = 'missing' | 'incomplete' | 'unknown-key' | 'mismatch' | 'skewed' | 'expired-address' | 'expired-token' | 'unknown-operation' | 'unknown-service';

type Naming = Contract['protocol'] | 's3';

/** Names as clients know them: each protocol has its own. */
const NAMES: Readonly<Record<RefusalKind, { json: string; query: string; s3: string; status: number }>> = {
  'missing': { json: 'MissingAuthenticationTokenException', query: 'MissingAuthenticationToken', s3: 'AccessDenied', status: 403 },
  'incomplete': { json: 'IncompleteSignatureException', query: 'IncompleteSignature', s3: 'AuthorizationHeaderMalformed', status: 400 },
  'unknown-key': { json: 'UnrecognizedClientException', query: 'InvalidClientTokenId', s3: 'InvalidAccessKeyId', status: 403 },
  'mismatch': { json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch', s3: 'SignatureDoesNotMatch', status: 403 },
  'skewed': { json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch', s3: 'RequestTimeTooSkewed', status: 403 },
  'expired-address': { json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch', s3: 'AccessDenied', status: 403 },
  'expired-token': { json: 'ExpiredTokenException', query: 'ExpiredToken', s3: 'ExpiredToken', status: 403 },
  'unknown-operation': { json: 'UnknownOperationException', query: 'InvalidAction', s3: 'MethodNotAllowed', status: 404 },
  'unknown-service': { json: 'UnknownOperationException', query: 'InvalidAction', s3: 'MethodNotAllowed', status: 404 },
};

/** Thrown before there is an operation. */
export class AwsRefusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.name = 'AwsRefusal';
    this.kind = kind;
  }

  statusFor(protocol: Naming): number {
    return protocol === 'query' && this.kind === 'unknown-operation' ? 400 : NAMES[this.kind].status;
  }

  nameFor(protocol: Naming): string {
    const names = NAMES[this.kind];
    return protocol === 'query' ? names.query : protocol === 's3' ? names.s3 : names.json;
  }
}
