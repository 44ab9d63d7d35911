import type { Contract, ContractOperation } from '@carillon/wire/aws/contract.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import { performConsoleOperation } from '@carillon/wire/rest/console.js';
import { notFound } from '@carillon/kernel/errors.js';
import { accessConsoleSession } from '../console/access.js';
import { callOf } from '../console/call.js';
import type { Ctx } from '../ctx.js';
import { handle, type RestDoor } from '../door.js';
import type { Call, Operation } from '../operation.js';
import { decodeValue } from './aws/decode.js';
import { encodeJson, type JsonForm } from './aws/rest-json.js';

/** Under the members' own names whatever the protocol calls them, times in ISO 8601. */
const PLAIN: JsonForm = { nameOf: member => member, timeOf: time => time.toISOString() };

/**
 * The console's cookie door (architecture, section 4): the same operations as at the AWS endpoint, by name, their input and output as JSON. Whose cookie
 * it is was settled before; IAM decides and the record is written by `perform`, as for a signed request.
 */
export function createConsoleDoor(operations: readonly Operation[], perform: (ctx: Ctx, operation: Operation, decode: () => unknown, call: Call) => Promise<unknown>): RestDoor {
  const byName = new Map(operations.map(operation => [`${operation.service}:${operation.name}`, operation]));
  return handle(performConsoleOperation, async (ctx, { params, body, caller }) => {
    accessConsoleSession(ctx);
    const name = params.operation.includes(':') ? params.operation : `chime:${params.operation}`;
    const operation = byName.get(name);
    const contract: Contract | undefined = operation && operation.service !== 's3' ? CONTRACTS[operation.service] : undefined;
    const shape = operation && contract?.operations[operation.name];
    if (!operation || !contract || !shape) throw notFound('operation');
    const output = await perform(ctx, operation, () => (shape.input === undefined ? {} : decodeValue(contract, shape.input, body, '')), callOf(caller, pathOf(contract, shape, body)));
    return shape.output === undefined ? {} : encodeJson(contract, shape.output, output, PLAIN) as Record<string, unknown>;
  });
}

/** Where the API has this operation, for the sentence of a refusal: it names what was asked for. */
function pathOf(contract: Contract, { uri, input }: ContractOperation, body: Readonly<Record<string, unknown>>): string {
  const shape = input === undefined ? undefined : contract.shapes[input];
  const members = shape?.type === 'structure' ? Object.entries(shape.members) : [];
  const path = uri.split('?', 1)[0]!;
  return members.reduce((filled, [name, { location, locationName }]) => (location === 'uri' && typeof body[name] === 'string' ? filled.replace(`{${locationName ?? name}}`, encodeURIComponent(body[name])) : filled), path);
}
