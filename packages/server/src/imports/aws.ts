import { write, type Operation } from '../operation.js';
import { importRoom } from './import-room.js';
import { importUsers } from './import-users.js';

/** Moving in; a dry run is decided and recorded like the real one. */
export const importOperations: readonly Operation[] = [
  write('chime', 'ImportUsers', async (ctx, input) => ({ Results: await importUsers(ctx, input) })),
  write('chime', 'ImportRoom', importRoom),
];
