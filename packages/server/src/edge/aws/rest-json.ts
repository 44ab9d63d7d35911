import type { Contract, ContractOperation, PlainShape, StructureShape } from '@carillon/wire/aws/contract.js';
import { badRequest } from '@carillon/kernel/errors.js';
import { checkRequired, decodeText, decodeValue, shapeOf } from './decode.js';
import type { RestMatch } from './router.js';

/** REST-JSON 1.1, as `chime` and the Chime SDK's services speak it. */

/** The input of an operation from its path, query, headers and body. */
export function decodeRest(contract: Contract, match: RestMatch, header: (name: string) => string | undefined, body: Buffer): unknown {
  const name = match.operation.input;
  if (name === undefined) return {};
  const shape = shapeOf(contract, name) as StructureShape;
  const document = readDocument(body);
  const decoded: Record<string, unknown> = {};
  for (const [member, { shape: of, location, locationName = member }] of Object.entries(shape.members)) {
    if (location === undefined) {
      const given = Object.hasOwn(document, locationName) ? document[locationName] : undefined;
      if (given !== undefined && given !== null) decoded[member] = decodeValue(contract, of, given, member);
      continue;
    }
    const text = location === 'uri' ? match.labels[locationName] : location === 'header' ? header(locationName.toLowerCase()) : match.query.find(([key]) => key === locationName)?.[1];
    if (text === undefined) continue;
    const list = shapeOf(contract, of);
    if (list.type === 'list') decoded[member] = decodeValue(contract, of, match.query.filter(([key]) => key === locationName).map(([, value]) => value), member);
    else decoded[member] = decodeText(contract, of, text, member);
  }
  checkRequired(shape, decoded, '');
  return decoded;
}

function readDocument(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let document: unknown;
  try {
    document = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('The body is no JSON.', 'SerializationException');
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw badRequest('The body must be a JSON object.', 'SerializationException');
  return document as Record<string, unknown>;
}

/**
 * Where our answer differs from the model: it says 204 of PutRetentionSettings and yet gives it a body, which clients
 * only read on a 200 (product-facts, row 46).
 */
const STATUS: Readonly<Record<string, number>> = { PutRetentionSettings: 200 };

/** Status and body of a success; a 204 has none. */
export function encodeRest(contract: Contract, name: string, operation: ContractOperation, output: unknown): { status: number; body: string } {
  const status = STATUS[name] ?? operation.code;
  if (status === 204 || operation.output === undefined) return { status, body: status === 204 ? '' : '{}' };
  return { status, body: JSON.stringify(encodeJson(contract, operation.output, output)) };
}

/** How an answer is written as JSON: as the service's protocol has it, or plainly, for pages of our own. */
export interface JsonForm {
  nameOf(member: string, locationName: string | undefined): string;
  timeOf(time: Date, format: PlainShape['format']): string | number;
}

const PROTOCOL: JsonForm = { nameOf: (member, locationName) => locationName ?? member, timeOf: (time, format) => (format === 'iso8601' ? time.toISOString() : time.getTime() / 1000) };

/** A value as JSON by its shape; absent members are left out, bytes are in base64. */
export function encodeJson(contract: Contract, name: string, value: unknown, form = PROTOCOL): unknown {
  const shape = shapeOf(contract, name);
  switch (shape.type) {
    case 'structure': {
      const given = (value ?? {}) as Record<string, unknown>;
      const encoded: Record<string, unknown> = {};
      for (const [member, { shape: of, locationName }] of Object.entries(shape.members)) {
        if (given[member] !== undefined && given[member] !== null) encoded[form.nameOf(member, locationName)] = encodeJson(contract, of, given[member], form);
      }
      return encoded;
    }
    case 'list': return (value as unknown[]).map(one => encodeJson(contract, shape.of, one, form));
    case 'map': return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, one]) => [key, encodeJson(contract, shape.value, one, form)]));
    case 'timestamp': return form.timeOf(value as Date, shape.format);
    case 'blob': return Buffer.from(value as Uint8Array).toString('base64');
    default: return value;
  }
}
