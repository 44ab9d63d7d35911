import { ApiError } from '@carillon/kernel/errors.js';
import type { Operation } from '../../operation.js';

/** Operations of `chime` whose feature comes later, and what each waits for. They are decided and recorded like all others. */
export const WAITING: Readonly<Record<string, readonly string[]>> = {
  'bots and their events': ['CreateBot', 'DeleteEventsConfiguration', 'GetBot', 'GetEventsConfiguration', 'ListBots', 'PutEventsConfiguration', 'RegenerateSecurityToken', 'UpdateBot'],
  'phone numbers': [
    'AssociatePhoneNumberWithUser', 'BatchDeletePhoneNumber', 'BatchUpdatePhoneNumber', 'CreatePhoneNumberOrder', 'DeletePhoneNumber', 'DisassociatePhoneNumberFromUser', 'GetPhoneNumber',
    'GetPhoneNumberOrder', 'GetPhoneNumberSettings', 'ListPhoneNumberOrders', 'ListPhoneNumbers', 'ListSupportedPhoneNumberCountries', 'RestorePhoneNumber', 'SearchAvailablePhoneNumbers',
    'UpdatePhoneNumber', 'UpdatePhoneNumberSettings',
  ],
  'calls to phones': ['CreateMeetingDialOut'],
};

/** An operation for each of them, which says that it is not there. */
export const waitingOperations: readonly Operation[] = Object.values(WAITING).flat().map(name => ({
  service: 'chime',
  name,
  kind: /^(Get|List|Search)/.test(name) ? 'read' : 'write',
  action: `chime:${name}`,
  work: async () => {
    throw new ApiError('ServiceUnavailable', 'This operation is not available on this server yet.');
  },
}));
