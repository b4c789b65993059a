import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { type Message, messageColumns, openMessage, type ReadMessage } from '../../chats/messages.ts';
import type { Storage } from '../../chats/storage-quota.ts';
import { type CodeLimits, limitColumns, limitsIn } from '../../code-limits/code-limits.ts';
import type { TokenLimits } from '../../config/model-config.ts';
import { dayOf } from '../../models/model-calls.ts';
import type { AskInput, Refused } from './question.ts';

export type ChatState = {
  messages: Message[];
  lastUsedAt: number | null;
  window: { startedAt: number | null; count: number | null };
  stored: Storage;
  modelCalls: number;
  learnt: Partial<TokenLimits>;
  codeLimits: CodeLimits | null;
  /** The chat's; of a new chat the code's. */
  assistant: string | null;
};

/** Everything that the answer depends on, read at one moment. */
export async function readState(
  reads: Kysely<Tables>,
  { person, keys, chatId, limits, now, slices }: AskInput,
): Promise<ChatState | Refused> {
  const rows = await reads
    .selectFrom('user')
    .leftJoin('messageWindow', 'messageWindow.userId', 'user.id')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .leftJoin('tokenUse', 'tokenUse.codeId', 'redemption.codeId')
    .leftJoin('reply', (join) => join.onRef('reply.userId', '=', 'user.id').on('reply.leaseUntil', '>=', now))
    .leftJoin('chat', (join) => join.on('chat.id', '=', chatId))
    .leftJoin('message', (join) =>
      join.onRef('message.chatId', '=', 'chat.id').on('chat.userId', '=', person.id),
    )
    .$if(limits.modelCallsPerDay !== null, (query) =>
      query
        .leftJoin('modelCalls', (join) => join.on('modelCalls.day', '=', dayOf(now)))
        .select('modelCalls.count as modelCalls'),
    )
    .select(['user.chats', 'user.characters', 'messageWindow.startedAt', 'messageWindow.count', 'leaseUntil'])
    .select(['chat.userId as owner', 'chat.updatedAt as lastUsedAt', 'chat.deletedAt'])
    .select(['chat.contextTokens', 'chat.replyTokens'])
    .select(['chat.assistant as ofChat', 'invitationCode.assistant as ofCode'])
    .select(limitColumns)
    .select(messageColumns)
    .where('user.id', '=', person.id)
    .orderBy('position')
    .execute();
  const [first] = rows;
  if (!first) return { refusal: 'NOT_SIGNED_IN' };
  const isOwn = first.owner === null || first.owner === person.id;
  if (!isOwn || first.deletedAt !== null) return { refusal: 'CHAT_NOT_FOUND' };
  if (first.leaseUntil !== null) return { refusal: 'REPLY_RUNNING' };
  return {
    messages: await slices.map(rows.filter(isMessage), (row) => openMessage(keys, chatId, messageIn(row))),
    lastUsedAt: first.lastUsedAt,
    window: first,
    stored: first,
    modelCalls: first.modelCalls ?? 0,
    learnt: learntFrom(first),
    codeLimits: limitsIn(first),
    assistant: first.owner === null ? first.ofCode : first.ofChat,
  };
}

function learntFrom({ contextTokens, replyTokens }: { [Limit in keyof TokenLimits]: number | null }) {
  return { ...(contextTokens !== null && { contextTokens }), ...(replyTokens !== null && { replyTokens }) };
}

/** A left join without a message gives nulls. */
function isMessage<Row extends { id: string | null }>(row: Row): row is Row & ReadMessage {
  return row.id !== null;
}

function messageIn(row: ReadMessage): ReadMessage {
  const { id, position, role, sealed, keyId, status, createdAt, sealedThoughts, ending, leftOut } = row;
  return { id, position, role, sealed, keyId, status, createdAt, sealedThoughts, ending, leftOut };
}
