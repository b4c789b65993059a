import type { Row } from './measure/bench.ts';
import { cards } from './rows/cards.ts';
import { checksWhileRegistering } from './rows/checks-while-registering.ts';
import { entriesWhileImporting } from './rows/entries-while-importing.ts';
import { firstToken } from './rows/first-token.ts';
import { fiveHundredReplies } from './rows/five-hundred-replies.ts';
import { guestEntry } from './rows/guest-entry.ts';
import { hotCode } from './rows/hot-code.ts';
import { hundredReplies } from './rows/hundred-replies.ts';
import { importAtSize } from './rows/import.ts';
import { logouts } from './rows/logouts.ts';
import { longChat } from './rows/long-chat.ts';
import { moreCodes } from './rows/more-codes.ts';
import { moreProcesses } from './rows/more-processes.ts';
import { moves } from './rows/moves.ts';
import { pages } from './rows/pages.ts';
import { registrations } from './rows/registrations.ts';
import { roomCounts } from './rows/room-counts.ts';
import { search } from './rows/search.ts';
import { sessionCheck } from './rows/session-check.ts';
import { spreadCodes } from './rows/spread-codes.ts';
import { tableOfCodes } from './rows/table-of-codes.ts';
import { entryWithTerms, questionWithTerms } from './rows/terms.ts';
import { typing } from './rows/typing.ts';

/** The rows by the names that `--only` searches. */
export const rows: Record<string, Row> = {
  'hot code': hotCode,
  'spread codes': spreadCodes,
  'guest entry': guestEntry,
  'entry with terms': entryWithTerms,
  'question with terms': questionWithTerms,
  'session check': sessionCheck,
  registrations,
  'checks while registering': checksWhileRegistering,
  'first token': firstToken,
  'hundred replies': hundredReplies,
  'five hundred replies': fiveHundredReplies,
  'more processes': moreProcesses,
  'more codes': moreCodes,
  logouts,
  moves,
  search,
  'table of codes': tableOfCodes,
  'room counts': roomCounts,
  import: importAtSize,
  'entries while importing': entriesWhileImporting,
  cards,
  pages,
  typing,
  'long chat': longChat,
};
