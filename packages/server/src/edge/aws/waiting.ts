import { ApiError } from '@carillon/kernel/errors.js';
import type { Contract } from '@carillon/wire/aws/contract.js';
import { CONTRACTS } from '@carillon/wire/aws/contracts.js';
import type { Operation, ServiceName } from '../../operation.js';

/** Operations whose feature comes later, and what each waits for. They are decided and recorded like all others. */
export const WAITING: Readonly<Record<string, readonly string[]>> = {
  'phone numbers': [
    'AssociatePhoneNumberWithUser', 'BatchDeletePhoneNumber', 'BatchUpdatePhoneNumber', 'CreatePhoneNumberOrder', 'DeletePhoneNumber', 'DisassociatePhoneNumberFromUser', 'GetPhoneNumber',
    'GetPhoneNumberOrder', 'GetPhoneNumberSettings', 'ListPhoneNumberOrders', 'ListPhoneNumbers', 'ListSupportedPhoneNumberCountries', 'RestorePhoneNumber', 'SearchAvailablePhoneNumbers',
    'UpdatePhoneNumber', 'UpdatePhoneNumberSettings',
  ],
  'calls to phones': ['CreateMeetingDialOut'],
};

/** An operation for everything in the contracts that is not among `built`: it says that it is not there. */
export function waitingOperations(built: readonly Operation[]): Operation[] {
  const known = new Set(built.map(operation => `${operation.service}.${operation.name}`));
  return Object.entries(CONTRACTS).flatMap(([service, contract]: [string, Contract]) => Object.keys(contract.operations)
    .filter(name => !known.has(`${service}.${name}`))
    // The keys of CONTRACTS are the services' names.
    .map(name => waitingOperation(service as ServiceName, name)));
}

function waitingOperation(service: ServiceName, name: string): Operation {
  return {
    service,
    name,
    kind: /^(Get|List|Search|Describe)/.test(name) ? 'read' : 'write',
    action: `${service === 'chime-sdk-meetings' ? 'chime' : service}:${name}`,
    work: async () => {
      throw new ApiError('ServiceUnavailable', 'This operation is not available on this server yet.');
    },
  };
}
