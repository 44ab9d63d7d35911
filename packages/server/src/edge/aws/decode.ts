import type { Contract, ListShape, NumberShape, Shape, StringShape, StructureShape } from '@carillon/wire/aws/contract.js';
import { badRequest } from '@carillon/kernel/errors.js';

/**
 * What a client sent, checked against the contract: types, required members, lengths, patterns, enums. Only what the
 * contract names is taken over; unknown members are passed by. Values of sensitive members are never repeated.
 */
const DEPTH_MAX = 32;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Where the tables give a pattern and no length: some patterns take long over a long text. An address of mail has at most 254. */
const PATTERNED_LENGTH_MAX = 1_024;
const EMAIL_LENGTH_MAX = 254;
const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;
const patterns = new Map<string, RegExp>();

/** One value of a shape; `path` names it in the refusal (`userEmailList.2.member`). */
export function decodeValue(contract: Contract, name: string, value: unknown, path: string, depth = 0): unknown {
  const shape = shapeOf(contract, name);
  if (depth > DEPTH_MAX) throw badRequest('The request is nested too deeply.');
  switch (shape.type) {
    case 'structure': return decodeStructure(contract, shape, value, path, depth);
    case 'list': return decodeList(contract, shape, value, path, depth);
    case 'map':
      if (!isObject(value)) throw wrongType(path);
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decodeValue(contract, shape.value, one, `${path}.${key}`, depth + 1)]));
    case 'string': return checkString(shape, value, path, name === 'EmailAddress' ? EMAIL_LENGTH_MAX : PATTERNED_LENGTH_MAX);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(path);
      return value;
    case 'timestamp': return decodeTimestamp(value, path);
    case 'blob':
      if (typeof value !== 'string') throw wrongType(path);
      return Uint8Array.from(Buffer.from(value, 'base64'));
    default: return checkNumber(shape, value, path);
  }
}

export function shapeOf(contract: Contract, name: string): Shape {
  const shape = contract.shapes[name];
  if (!shape) throw new Error(`The contract of ${contract.service} has no shape ${name}.`);
  return shape;
}

/** Null stands for absent, as AWS takes it. */
function decodeStructure(contract: Contract, shape: StructureShape, value: unknown, path: string, depth: number): Record<string, unknown> {
  if (!isObject(value)) throw wrongType(path);
  const decoded: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined && given !== null) decoded[name] = decodeValue(contract, member.shape, given, join(path, name), depth + 1);
  }
  checkRequired(shape, decoded, path);
  return decoded;
}

/** Refuses when a required member is not there. */
export function checkRequired(shape: StructureShape, decoded: Readonly<Record<string, unknown>>, path: string): void {
  const missing = shape.required?.find(name => decoded[name] === undefined);
  if (missing !== undefined) throw violated(join(path, missing), 'Member must not be null');
}

function decodeList(contract: Contract, shape: ListShape, value: unknown, path: string, depth: number): unknown[] {
  if (!Array.isArray(value)) throw wrongType(path);
  checkLength(shape, value.length, path);
  return value.map((one: unknown, i) => {
    if (one === null) throw violated(`${path}.${i + 1}.member`, 'Member must not be null');
    return decodeValue(contract, shape.of, one, `${path}.${i + 1}.member`, depth + 1);
  });
}

function checkLength(shape: { min?: number; max?: number }, length: number, path: string): void {
  if (shape.min !== undefined && length < shape.min) throw violated(path, `Member must have length greater than or equal to ${shape.min}`);
  if (shape.max !== undefined && length > shape.max) throw violated(path, `Member must have length less than or equal to ${shape.max}`);
}

/** Length first, in characters: a pattern never sees a long text. */
function checkString(shape: StringShape, value: unknown, path: string, patternedMax: number): string {
  if (typeof value !== 'string') throw wrongType(path);
  // PostgreSQL's text cannot hold it, nor half a character.
  if (value.includes('\0') || LONE_SURROGATE.test(value)) throw violated(path, 'Member must hold characters that can be stored');
  const max = shape.max ?? (shape.pattern === undefined ? undefined : patternedMax);
  checkLength({ ...shape, ...(max !== undefined && { max }) }, lengthOf(value, max), path);
  if (shape.enum && !shape.enum.includes(value)) throw violated(path, `Member must satisfy enum value set: [${shape.enum.join(', ')}]`);
  if (shape.pattern !== undefined && !patternOf(shape.pattern).test(value)) throw violated(path, `Member must satisfy regular expression pattern: ${shape.pattern}`);
  return value;
}

/** Characters, not halves of them; counted only where the halves are too many. */
function lengthOf(text: string, max: number | undefined): number {
  return max !== undefined && text.length > max && text.length <= 2 * max ? Array.from(text).length : text.length;
}

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = new RegExp(`^(?:${toEcmaScript(pattern)})$`, 'u');
  patterns.set(pattern, compiled);
  return compiled;
}

/** The tables write character classes and escapes of Java; these are the ones they use. */
function toEcmaScript(pattern: string): string {
  return pattern
    .replaceAll('\\p{Print}', '\\x20-\\x7e')
    .replaceAll(/\\([-_@&"'«»#!%,:;<>=`~ ])/g, (_, character: string) => (character === '-' ? '\\-' : character))
    .replaceAll('\\z', '$');
}

function checkNumber(shape: NumberShape, value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(path);
  if ((shape.type === 'integer' || shape.type === 'long') && !Number.isSafeInteger(value)) throw wrongType(path);
  if (shape.min !== undefined && value < shape.min) throw violated(path, `Member must have value greater than or equal to ${shape.min}`);
  if (shape.max !== undefined && value > shape.max) throw violated(path, `Member must have value less than or equal to ${shape.max}`);
  return value;
}

/** ISO 8601 or seconds since 1970, whichever a client writes. */
function decodeTimestamp(value: unknown, path: string): Date {
  const date = typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? textToDate(value) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) throw wrongType(path);
  return date;
}

function textToDate(text: string): Date | undefined {
  if (/^\d{1,12}(\.\d{1,9})?$/.test(text)) return new Date(Number(text) * 1000);
  return ISO_8601.test(text) ? new Date(text) : undefined;
}

/** A text of a path, query, header or form as the shape's type. */
export function decodeText(contract: Contract, name: string, text: string, path: string): unknown {
  const shape = shapeOf(contract, name);
  switch (shape.type) {
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrongType(path);
      return text === 'true';
    case 'integer': case 'long': case 'double': case 'float':
      if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) throw wrongType(path);
      return decodeValue(contract, name, Number(text), path);
    default: return decodeValue(contract, name, text, path);
  }
}

function violated(path: string, constraint: string) {
  return badRequest(`1 validation error detected: Value at '${lowerFirst(path)}' failed to satisfy constraint: ${constraint}`, 'ValidationError');
}

function wrongType(path: string) {
  return badRequest(`The value at '${lowerFirst(path)}' is not of the expected type.`, 'ValidationError');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
