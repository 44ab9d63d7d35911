import type { Operation } from '../operation.js';
import { accountOperations } from './account.js';
import { credentialOperations } from './credentials.js';
import { policyOperations } from './policies.js';
import { roleOperations } from './roles.js';
import { stsOperations } from './sts.js';
import { userAndGroupOperations } from './users-and-groups.js';

/** Everything of IAM and STS. */
export const iamOperations: readonly Operation[] = [...userAndGroupOperations, ...roleOperations, ...policyOperations, ...credentialOperations, ...accountOperations, ...stsOperations];
