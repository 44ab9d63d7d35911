import { BlockList, isIP, isIPv6 } from 'node:net';
import { compilePattern, matches } from './pattern.js';
import type { Condition } from './policy-document.js';

/** What is known of a request, by key in lower case. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;
type Resolve = ((variable: string) => string | undefined) | undefined;
type Test = (actual: string, wanted: string, resolve: Resolve) => boolean;

const NEGATED = /^(String|Numeric|Date|Arn)Not|^Not/;

/** Whether a condition of a policy holds; what stands in it and cannot be read holds nothing. */
export function holds(condition: Condition, context: RequestContext, resolve: Resolve): boolean {
  const actual = context.get(condition.key);
  if (condition.operator === 'Null') return condition.values.some(value => (value === 'true') === (actual === undefined));
  const negated = NEGATED.test(condition.operator);
  if (actual === undefined || actual.length === 0) return condition.ifExists || condition.set === 'all' || (condition.set === undefined && negated);
  const test = testOf(condition.operator);
  const fits = (one: string) => condition.values.some(wanted => test(one, wanted, resolve)) !== negated;
  if (condition.set === 'all' || (condition.set === undefined && negated)) return actual.every(fits);
  return actual.some(fits);
}

function testOf(operator: string): Test {
  switch (operator.replace('Not', '')) {
    case 'StringEquals': return (actual, wanted, resolve) => substitute(wanted, resolve) === actual;
    case 'StringEqualsIgnoreCase': return (actual, wanted, resolve) => substitute(wanted, resolve)?.toLowerCase() === actual.toLowerCase();
    case 'StringLike': return like;
    case 'NumericEquals': return numeric((a, b) => a === b);
    case 'NumericLessThan': return numeric((a, b) => a < b);
    case 'NumericLessThanEquals': return numeric((a, b) => a <= b);
    case 'NumericGreaterThan': return numeric((a, b) => a > b);
    case 'NumericGreaterThanEquals': return numeric((a, b) => a >= b);
    case 'DateEquals': return dated((a, b) => a === b);
    case 'DateLessThan': return dated((a, b) => a < b);
    case 'DateLessThanEquals': return dated((a, b) => a <= b);
    case 'DateGreaterThan': return dated((a, b) => a > b);
    case 'DateGreaterThanEquals': return dated((a, b) => a >= b);
    case 'Bool': return (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
    case 'BinaryEquals': return (actual, wanted) => actual === wanted;
    case 'IpAddress': return inNetwork;
    default: return arnLike;
  }
}

/** A text with its variables; undefined when one of them is not known. */
function substitute(text: string, resolve: Resolve): string | undefined {
  if (!resolve || !text.includes('${')) return text;
  let known = true;
  const whole = text.replaceAll(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const value = resolve(variable);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? whole : undefined;
}

function like(actual: string, wanted: string, resolve: Resolve): boolean {
  const pattern = compilePattern(wanted, resolve);
  return pattern !== undefined && matches(pattern, actual);
}

function numeric(compare: (a: number, b: number) => boolean): Test {
  return (actual, wanted) => actual !== '' && wanted !== '' && Number.isFinite(Number(actual)) && Number.isFinite(Number(wanted)) && compare(Number(actual), Number(wanted));
}

/** ISO 8601, or seconds since 1970. */
function dated(compare: (a: number, b: number) => boolean): Test {
  const read = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
  return (actual, wanted) => !Number.isNaN(read(actual)) && !Number.isNaN(read(wanted)) && compare(read(actual), read(wanted));
}

function inNetwork(actual: string, wanted: string): boolean {
  const [address = '', bits] = wanted.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const width = family === 'ipv6' ? 128 : 32;
  if (isIP(address) === 0 || isIP(actual) === 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > width))) return false;
  const list = new BlockList();
  list.addSubnet(address, bits === undefined ? width : Number(bits), family);
  return list.check(actual, isIPv6(actual) ? 'ipv6' : 'ipv4');
}

/** Each of the six parts by itself, so that a `*` never reaches over a colon; the last part holds its own colons. */
export function arnLike(actual: string, wanted: string, resolve: Resolve): boolean {
  const [ours, theirs] = [splitArn(actual), splitArn(wanted)];
  return ours.length === 6 && theirs.length === 6 && theirs.every((part, i) => like(ours[i]!, part, resolve));
}

/** Colons of variables are none of the ARN's. */
function splitArn(text: string): string[] {
  const parts = text.split(/:(?![^{}]*\})/);
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
