import { write, type Operation } from '../operation.js';
import { redactMessage } from './messages/redact-message.js';

export const chatOperations: readonly Operation[] = [
  write('chime', 'RedactRoomMessage', async (ctx, input) => {
    await redactMessage(ctx, input.AccountId, 'room', input.RoomId, input.MessageId);
    return {};
  }),
  write('chime', 'RedactConversationMessage', async (ctx, input) => {
    await redactMessage(ctx, input.AccountId, 'conversation', input.ConversationId, input.MessageId);
    return {};
  }),
];
