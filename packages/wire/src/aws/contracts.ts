import type { Contract } from './contract.js';
import { chimeContract } from './generated/chime.js';
import { chimeSdkMeetingsContract } from './generated/chime-sdk-meetings.js';
import { cloudtrailContract } from './generated/cloudtrail.js';
import { iamContract } from './generated/iam.js';
import { stsContract } from './generated/sts.js';

/** The tables of all services that are spoken. */
export const CONTRACTS = {
  'chime': chimeContract,
  'chime-sdk-meetings': chimeSdkMeetingsContract,
  'iam': iamContract,
  'sts': stsContract,
  'cloudtrail': cloudtrailContract,
} as const satisfies Readonly<Record<string, Contract>>;
