import type { Statement } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import type { Message } from '../../chats/messages.ts';
import type { Storage } from '../../chats/storage-quota.ts';
import type { CodeLimits } from '../../code-limits/code-limits.ts';
import type { TokenLimits } from '../../config/model-config.ts';
import type { TimeSlices } from '../../http/time-slices.ts';
import type { NoteModelCalls } from '../../models/model-calls.ts';
import type { ModelMessage } from '../../models/model-piece.ts';
import type { Model } from '../../models/open-model.ts';
import type { Person } from '../../users/person.ts';
import type { Lease } from '../lease.ts';
import type { SentMessage } from './withdraw-question.ts';

export type Question = {
  lease: Lease;
  keys: DataKeys;
  conversation: (ModelMessage & { position: number })[];
  /** How many of the last messages are always sent. Default: 1, the question. */
  kept?: number;
  /** What earlier questions of this chat have shown about the model's window. */
  learnt?: Partial<TokenLimits>;
  /** It counts as a message of the person. */
  isMessage?: boolean;
  sent?: SentMessage | null;
  grown?: Message | null;
  /** What the person's code allows; null without a code. */
  codeLimits?: CodeLimits | null;
};

export type Refused = { refusal: Refusal; waitMs?: number };

/** `model` is who answers: as the chat began, or for a new chat as the person's code says. */
export type AskResult = (Question & { model: Model }) | Refused;

export type AskInput = {
  person: Person;
  keys: DataKeys;
  chatId: string;
  limits: Limits;
  /** The model of an assistant; null is the default one. */
  modelFor: (assistant: string | null) => Promise<Model>;
  now: number;
  noteModelCalls: NoteModelCalls;
  slices: TimeSlices;
};

export type Plan = Pick<Question, 'conversation'> &
  Pick<Question, 'kept' | 'sent' | 'grown'> & {
    added: Storage;
    /** False for what costs no message. Default: true. */
    isCounted?: boolean;
    /** Whether it counts as a message of the person's code. Default: as `isCounted`. */
    isMessage?: boolean;
    changes: (db: Kysely<Tables>) => Statement[];
  };
