import { ASSISTANT_COMMANDS, type ConfirmedCommand } from '@carillon/wire/assistant.js';

/** What somebody wrote to the Assistant. */
export type Command = { kind: 'help' } | { kind: 'ask'; command: ConfirmedCommand } | { kind: 'confirm'; command: ConfirmedCommand; code: string } | { kind: 'other' };

/** What is known of who wrote it, and of the code they gave. */
export interface Facts {
  /** The account they are a member of; null for people of none. */
  accountName: string | null;
  /** Whether the code confirms the command, now. */
  confirmed: boolean;
  /** Days until attachments may be asked for again. */
  daysToWait: number;
}

export type Answer =
  | { kind: 'managed'; accountName: string }
  | { kind: 'help' | 'hint' | 'collect' | 'delete' }
  | { kind: 'wait'; days: number }
  | { kind: 'confirm'; command: ConfirmedCommand; again: boolean };

const AROUND = /^[\s"'“”„«»`*]+|[\s"'“”„«»`*.!?…]+$/gu;

/** Any case, spaces and quotation marks around it, a full stop at its end: people copy, and keyboards write capitals. */
export function parseCommand(text: string): Command {
  const words = text.replaceAll(AROUND, '').replaceAll(/\s+/g, ' ').toLowerCase();
  if (words === ASSISTANT_COMMANDS.help.toLowerCase()) return { kind: 'help' };
  for (const command of ['attachments', 'deletion'] as const) {
    const asked = ASSISTANT_COMMANDS[command].toLowerCase();
    if (words === asked) return { kind: 'ask', command };
    const code = words.startsWith(`${asked} `) ? words.slice(asked.length + 1) : '';
    if (code !== '' && !code.includes(' ')) return { kind: 'confirm', command, code };
  }
  return { kind: 'other' };
}

/** What the Assistant does about it (product-facts, section 6). */
export function decideAnswer(asked: Command, facts: Facts): Answer {
  if (facts.accountName !== null) return { kind: 'managed', accountName: facts.accountName };
  if (asked.kind === 'help') return { kind: 'help' };
  if (asked.kind === 'other') return { kind: 'hint' };
  if (asked.command === 'attachments' && facts.daysToWait > 0) return { kind: 'wait', days: facts.daysToWait };
  if (asked.kind === 'ask') return { kind: 'confirm', command: asked.command, again: false };
  if (!facts.confirmed) return { kind: 'confirm', command: asked.command, again: true };
  return { kind: asked.command === 'attachments' ? 'collect' : 'delete' };
}
