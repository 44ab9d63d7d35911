import type { Contract, ContractOperation, StructureShape } from '@carillon/wire/aws/contract.js';
import { ApiError } from '@carillon/kernel/errors.js';
import { checkRequired, decodeText, join, shapeOf } from './decode.js';

/** The query protocol of IAM and STS: a form comes in, XML goes out. */

export type Form = ReadonlyMap<string, string>;

/** A form's pairs; a name that stands there twice is refused. */
export function readForm(text: string): Form {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (form.has(name)) throw new ApiError('BadRequest', `The parameter ${name} stands there twice.`, { reason: 'ValidationError' });
    form.set(name, value);
  }
  return form;
}

/** The input of an operation: lists are `Name.member.1` or `Name.1`, structures `Name.Member`. */
export function decodeForm(contract: Contract, operation: ContractOperation, form: Form): unknown {
  return operation.input === undefined ? {} : decodeMembers(contract, shapeOf(contract, operation.input) as StructureShape, form, '');
}

function decodeMembers(contract: Contract, shape: StructureShape, form: Form, prefix: string): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = decodeMember(contract, member.shape, form, join(prefix, member.locationName ?? name));
    if (value !== undefined) decoded[name] = value;
  }
  checkRequired(shape, decoded, prefix);
  return decoded;
}

function decodeMember(contract: Contract, name: string, form: Form, path: string): unknown {
  const shape = shapeOf(contract, name);
  if (shape.type === 'structure') return hasBelow(form, path) ? decodeMembers(contract, shape, form, path) : undefined;
  if (shape.type !== 'list') {
    const text = form.get(path);
    return text === undefined ? undefined : decodeText(contract, name, text, path);
  }
  const items: unknown[] = [];
  for (let i = 1; i <= form.size; i++) {
    const item = decodeMember(contract, shape.of, form, `${path}.member.${i}`) ?? decodeMember(contract, shape.of, form, `${path}.${i}`);
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length === 0 && !form.has(path)) return undefined;
  for (const [word, fails] of [['fewer', shape.min !== undefined && items.length < shape.min], ['more', shape.max !== undefined && items.length > shape.max]] as const) {
    if (fails) throw new ApiError('BadRequest', `${path} holds ${word} members than it may.`, { reason: 'ValidationError' });
  }
  return items;
}

function hasBelow(form: Form, path: string): boolean {
  for (const key of form.keys()) if (key.startsWith(`${path}.`)) return true;
  return false;
}

/** The XML of a success. */
export function encodeXml(contract: Contract, name: string, operation: ContractOperation, output: unknown, requestId: string): string {
  const result = operation.output === undefined ? '' : elements(contract, operation.output, output ?? {});
  const wrapped = operation.wrapper === undefined ? result : `<${operation.wrapper}>${result}</${operation.wrapper}>`;
  return `<${name}Response xmlns="${contract.xmlNamespace}">${wrapped}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`;
}

/** The XML of a refusal. */
export function errorXml(contract: Contract, error: { status: number; code: string; message: string }, requestId: string): string {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  return `<ErrorResponse xmlns="${contract.xmlNamespace}"><Error><Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

function elements(contract: Contract, name: string, value: unknown): string {
  const shape = shapeOf(contract, name);
  switch (shape.type) {
    case 'structure':
      return Object.entries(shape.members)
        .map(([member, { shape: of, locationName = member }]) => {
          const given = (value as Record<string, unknown>)[member];
          return given === undefined || given === null ? '' : `<${locationName}>${elements(contract, of, given)}</${locationName}>`;
        })
        .join('');
    case 'list': return (value as unknown[]).map(one => `<member>${elements(contract, shape.of, one)}</member>`).join('');
    case 'map': return Object.entries(value as Record<string, unknown>).map(([key, one]) => `<entry><key>${escapeXml(key)}</key><value>${elements(contract, shape.value, one)}</value></entry>`).join('');
    case 'timestamp': return (value as Date).toISOString();
    case 'blob': return Buffer.from(value as Uint8Array).toString('base64');
    default: return escapeXml(String(value));
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 can hold it: control characters are left out. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>"]/g, character => ENTITIES[character]!);
}
