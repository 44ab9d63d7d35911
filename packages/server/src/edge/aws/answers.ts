import { ApiError } from '@carillon/kernel/errors.js';
import type { Contract, ContractOperation } from '@carillon/wire/aws/contract.js';
import { nameError, type NamedError } from './error-names.js';
import { encodeXml, errorXml } from './query-xml.js';
import { AwsRefusal } from './refusals.js';
import { encodeJson, encodeRest } from './rest-json.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE: Readonly<Record<string, string>> = { 'rest-json': 'application/json', 'json': 'application/x-amz-json-1.1', 'query': 'text/xml' };

/** A success in the service's protocol. */
export function encodeAnswer(contract: Contract, name: string, operation: ContractOperation, output: unknown, requestId: string): Answer {
  const headers = { 'content-type': JSON_TYPE[contract.protocol]! };
  if (contract.protocol === 'query') return { status: 200, headers, body: encodeXml(contract, name, operation, output, requestId) };
  if (contract.protocol === 'json') return { status: 200, headers, body: JSON.stringify(operation.output === undefined ? {} : encodeJson(contract, operation.output, output)) };
  return { ...encodeRest(contract, name, operation, output), headers };
}

/** A refusal in the service's protocol. What is no refusal of ours is a fault, and tells nothing of its inside. */
export function encodeRefusal(contract: Contract, error: unknown, requestId: string): Answer & { fault: boolean } {
  const named = nameOf(contract, error);
  const headers = { 'content-type': JSON_TYPE[contract.protocol]!, 'x-amzn-errortype': named.type };
  const fault = named.status === 500;
  if (contract.protocol === 'query') return { status: named.status, headers, body: errorXml(contract, named, requestId), fault };
  const body = contract.protocol === 'json' ? { __type: named.type, message: named.message } : { Code: named.code, Message: named.message };
  return { status: named.status, headers, body: JSON.stringify(body), fault };
}

function nameOf(contract: Contract, error: unknown): NamedError {
  if (error instanceof AwsRefusal) {
    const type = error.nameFor(contract.protocol);
    return { type, code: type.replace(/Exception$/, ''), status: error.statusFor(contract.protocol), message: error.message };
  }
  return nameError(contract, error instanceof ApiError ? error : new ApiError('ServiceFailure', 'Something went wrong on the server. Try again.'));
}
