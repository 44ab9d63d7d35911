import { read, type Operation } from '../operation.js';
import { lookupEvents } from './lookup-events.js';

export const trailOperations: readonly Operation[] = [read('cloudtrail', 'LookupEvents', lookupEvents)];
