import type { ChannelId, MessageId, PersonId } from '@carillon/kernel/ids.js';
import { findQuestion, writeAsAssistant } from '../chat/assistant-conversation.js';
import type { Ctx, Tx } from '../ctx.js';
import { daysUntilOwnExport, requestOwnExport } from '../exports/request-export.js';
import { shutPeopleOut } from '../identity/sign-people-out.js';
import { PURGE_PEOPLE } from '../users/purge-people.js';
import { releaseForGood } from '../users/shut-out.js';
import { issueCode, spendCode } from './codes.js';
import { decideAnswer, parseCommand, type Answer, type Command } from './commands.js';
import { readAsker } from './store.js';
import { confirmationText, plainName, wordsFor } from './words.js';

/** A job: answers what somebody wrote to the Assistant, and does what they asked. Whoever cannot sign in any more gets no answer. */
export async function answerMessage(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  const [channelId, messageId] = [payload['channelId'] as ChannelId, payload['messageId'] as MessageId];
  const question = await findQuestion(ctx.sql, messageId);
  if (question) await writeAsAssistant(ctx, channelId, `answer-${messageId}`, tx => answer(ctx, tx, question.personId, parseCommand(question.content)));
}

/** Does it, and gives the words; none when there is nobody left to read them. */
async function answer(ctx: Ctx, tx: Tx, personId: PersonId, asked: Command): Promise<string | undefined> {
  const asker = await readAsker(tx.sql, personId);
  if (!asker) return undefined;
  const { accountName, locale } = asker;
  const confirmed = asked.kind === 'confirm' && (await spendCode(ctx, tx, personId, asked.command, asked.code));
  const daysToWait = 'command' in asked && asked.command === 'attachments' ? await daysUntilOwnExport(ctx, tx, personId) : 0;
  return perform(ctx, tx, { personId, locale }, decideAnswer(asked, { accountName, confirmed, daysToWait }));
}

async function perform(ctx: Ctx, tx: Tx, { personId, locale }: { personId: PersonId; locale: string | null }, decided: Answer): Promise<string | undefined> {
  const words = wordsFor(locale);
  switch (decided.kind) {
    case 'help': return words.help;
    case 'hint': return words.hint;
    case 'managed': return words.managed(plainName(decided.accountName));
    case 'wait': return words.wait(decided.days);
    case 'confirm': {
      const code = await issueCode(ctx, tx, personId, decided.command);
      return code === undefined ? words.tooMany : confirmationText(locale, decided.command, code, decided.again);
    }
    case 'collect':
      await requestOwnExport(ctx, tx, personId);
      return words.collecting;
    case 'delete':
      await deletePerson(ctx, tx, personId);
      return undefined;
  }
}

/** Out of everything with this transaction; the data goes with the purge that comes after it (guide, TRN-05, DEL-02). */
async function deletePerson(ctx: Ctx, tx: Tx, personId: PersonId): Promise<void> {
  // They may have joined an account this very moment: then it is its administrators' to decide.
  if (!(await releaseForGood(ctx, tx, personId))) return;
  await shutPeopleOut(ctx, tx, [personId]);
  await tx.enqueue(PURGE_PEOPLE, {});
}
