import { ApiError } from '@carillon/kernel/errors.js';

/** A policy document, read once. */
export interface Policy {
  /** Variables mean something from this version on. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly allow: boolean;
  readonly actions: readonly string[];
  readonly notActions: boolean;
  readonly resources: readonly string[];
  readonly notResources: boolean;
  readonly conditions: readonly Condition[];
  /** Of trust and bucket policies: `AWS:arn…`, `Service:name`, `*`. */
  readonly principals: readonly string[] | undefined;
  readonly notPrincipals: boolean;
}

export interface Condition {
  readonly operator: string;
  readonly ifExists: boolean;
  readonly set: 'all' | 'any' | undefined;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

const OPERATORS = new Set([
  'StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan',
  'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals',
  'Bool', 'BinaryEquals', 'IpAddress', 'NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'Null',
]);
const STATEMENTS_MAX = 200;
const KEYS = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition']);

/** `identity` policies name resources and no principals, `resource` ones (trust, buckets) name principals. */
export type PolicyKind = 'identity' | 'resource';

/** Characters of a document as IAM counts them: white space is free. */
export function policyLength(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}

/** Reads a document; MalformedPolicyDocument says what is wrong with it. */
export function parsePolicy(text: string, kind: PolicyKind, lengthMax: number): Policy {
  if (policyLength(text) > lengthMax) throw new ApiError('ResourceLimitExceeded', `A policy of this kind has at most ${lengthMax} characters.`, { reason: 'LimitExceeded' });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw malformed('it is no JSON');
  }
  if (!isObject(document)) throw malformed('it is no JSON object');
  const version = document['Version'] ?? '2008-10-17';
  if (version !== '2012-10-17' && version !== '2008-10-17') throw malformed('Version must be 2012-10-17 or 2008-10-17');
  const list = asList(document['Statement']);
  if (list.length === 0 || list.length > STATEMENTS_MAX) throw malformed(`it must have from 1 to ${STATEMENTS_MAX} statements`);
  return { hasVariables: version === '2012-10-17', statements: list.map(one => parseStatement(one, kind)) };
}

function parseStatement(value: unknown, kind: PolicyKind): Statement {
  if (!isObject(value)) throw malformed('a statement must be an object');
  const unknown = Object.keys(value).find(key => !KEYS.has(key));
  if (unknown !== undefined) throw malformed(`a statement has no element ${unknown}`);
  if (value['Effect'] !== 'Allow' && value['Effect'] !== 'Deny') throw malformed('Effect must be Allow or Deny');
  const [actions, notActions] = either(value, 'Action', 'NotAction', true);
  for (const action of actions) if (action !== '*' && !/^[a-zA-Z0-9*?-]+:[a-zA-Z0-9*?]+$/.test(action)) throw malformed(`${action} is no action`);
  const [resources, notResources] = either(value, 'Resource', 'NotResource', kind === 'identity');
  for (const resource of resources) if (resource !== '*' && !resource.startsWith('arn:') && !resource.startsWith('*')) throw malformed('a resource must be an ARN or *');
  const principals = parsePrincipals(value['Principal'] ?? value['NotPrincipal']);
  if (kind === 'identity' && principals) throw malformed('a policy of an identity names no Principal');
  if (kind === 'resource' && !principals) throw malformed('a policy of this kind needs a Principal');
  return {
    allow: value['Effect'] === 'Allow', actions, notActions, resources: resources.length > 0 ? resources : ['*'], notResources, conditions: parseConditions(value['Condition']), principals,
    notPrincipals: value['NotPrincipal'] !== undefined,
  };
}

function either(value: Record<string, unknown>, plain: string, negated: string, required: boolean): [string[], boolean] {
  if (value[plain] !== undefined && value[negated] !== undefined) throw malformed(`a statement has ${plain} or ${negated}, not both`);
  const list = asList(value[plain] ?? value[negated]);
  if (required && list.length === 0) throw malformed(`a statement needs ${plain} or ${negated}`);
  if (!list.every(one => typeof one === 'string')) throw malformed(`${plain} must hold texts`);
  return [list, value[negated] !== undefined];
}

function parsePrincipals(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  if (value === '*') return ['*'];
  if (!isObject(value)) throw malformed('Principal must be an object or *');
  return Object.entries(value).flatMap(([kind, names]) => asList(names).map(name => {
    if (typeof name !== 'string' || !['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(kind)) throw malformed('Principal names nobody that can be');
    return kind === 'AWS' && name === '*' ? '*' : `${kind}:${name}`;
  }));
}

function parseConditions(value: unknown): Condition[] {
  if (value === undefined) return [];
  if (!isObject(value)) throw malformed('Condition must be an object');
  return Object.entries(value).flatMap(([name, keys]) => {
    const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name);
    if (!match || !OPERATORS.has(match[2]!) || !isObject(keys)) throw malformed(`there is no condition operator ${name.slice(0, 60)}`);
    const set = match[1] === 'ForAllValues' ? 'all' as const : match[1] === 'ForAnyValue' ? 'any' as const : undefined;
    return Object.entries(keys).map(([key, values]) => ({
      operator: match[2]!, ifExists: match[3] !== undefined, set, key: key.toLowerCase(),
      values: asList(values).map(one => {
        if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') throw malformed('a condition compares with texts, numbers and booleans');
        return String(one);
      }),
    }));
  });
}

function asList(value: unknown): unknown[] & string[] {
  // Callers look at each member before they use it.
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]) as unknown[] & string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(why: string): ApiError {
  return new ApiError('BadRequest', `The policy cannot be used: ${why}.`, { reason: 'MalformedPolicyDocument' });
}
