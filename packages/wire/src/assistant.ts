import type { PersonId } from '@carillon/kernel/ids.js';
import { MINUTE_MS } from '@carillon/kernel/clock.js';

/** The Assistant, a contact for people of no account (product-facts, section 6): who it is and what it answers to, the same in every language. */

export const ASSISTANT_ID = '00000000-0000-7000-8000-000000000001' as PersonId;
export const ASSISTANT_EMAIL = 'assistant_no_reply@chime.aws';

export const ASSISTANT_COMMANDS = { help: 'Help', attachments: 'Get my attachments', deletion: 'Delete me' } as const;
/** Commands that are done only once they come again with a code. */
export type ConfirmedCommand = 'attachments' | 'deletion';

export const CODE_LENGTH = 6;
export const CODE_LIFE_MS = 10 * MINUTE_MS;

/** The exact words that confirm a command. */
export function writeConfirmation(command: ConfirmedCommand, code: string): string {
  return `${ASSISTANT_COMMANDS[command]} ${code}`;
}

/** The words a message of the Assistant asks for, which it sets as code; undefined when it asks for none. */
export function readConfirmation(content: string): { command: ConfirmedCommand; words: string } | undefined {
  const words = /`([A-Z][a-z]+(?: [a-z]+)+)`\s*$/.exec(content)?.[1];
  const command = (['attachments', 'deletion'] as const).find(one => words?.startsWith(`${ASSISTANT_COMMANDS[one]} `));
  return words === undefined || command === undefined ? undefined : { command, words };
}
