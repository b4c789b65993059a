import { format } from '../current-format.ts';
import type { Rich, Slot } from '../rich.ts';

type Allowed = { messages: number | null; messagesPerDay: number | null; endsAt: number | null };

const countOf = (messages: number) =>
  format.plural(messages, { one: '1 message', other: `${format.number(messages)} messages` });

/** The chat, its list, and the composer. */
export const chat = {
  title: 'Chat',
  newChat: 'New chat',
  chats: 'Chats',
  thisChat: 'This chat',
  skip: 'Skip to the conversation',
  close: 'Close',
  with: (name: string) => `with ${name}`,
  guest: {
    label: 'About this visit',
    who: 'You are a guest.',
    loss: 'Your chats are deleted when you log out.',
    lossWithBrowser: 'You lose your chats when you log out or close the browser.',
    byShift: 'Pressing Shift three times also deletes them, and shows another site.',
  },
  accountReady: 'Your account is ready, and your chats came with you.',
  loggedIn: 'You are logged in, and your chats came with you.',
  welcome: 'What would you like to talk about?',
  beginnings: 'You could begin with',
  help: 'Help',
  expect: {
    with: (name: string) => `With ${name}, an AI assistant.`,
    limits({ messages, messagesPerDay, endsAt }: Allowed): string {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null && `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} a day`;
      const until = endsAt !== null && `until ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `You have ${parts.join(', ')}.`;
    },
    kept: 'Your chats stay until you delete them.',
    deleted: 'What you write is deleted when you log out.',
    deletedAtEnd: 'Deleted when your time ends, or you log out.',
  },
  limits: {
    messages({ left, isToday }: { left: number; isToday: boolean }, dayEndsAt: number): string {
      if (left === 0 && isToday)
        return `No messages left for today. You can write again at ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'No messages left. You can still read and copy your chats.';
      return isToday ? `${countOf(left)} left for today.` : `${countOf(left)} left.`;
    },
    ends: (at: number) => `Your time ends at ${format.clock(at)}.`,
    endsSoon: (at: number) =>
      `Less than 5 minutes left. At ${format.clock(at)} your time ends, and what you wrote is deleted.`,
  },
  save: {
    button: 'Save my chats',
    fileName: 'chats.md',
    replyFileName: 'answer.md',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    button: 'Shortcuts',
    escape: 'Esc',
    letters: 'Use shortcuts of one letter',
    names: {
      newChat: 'New chat',
      search: 'Search chats',
      write: 'Write a message',
      copy: 'Copy the last answer',
      stop: 'Stop the answer',
      list: 'This list',
    },
  },
  roomFull: {
    title: 'All places are taken',
    text: 'You were away for a while, and somebody else has your place. You come back in as soon as a place is free. Keep this page open.',
    kept: 'Your chats are kept.',
  },
  list: {
    empty: 'No chats yet.',
    guest: 'Guest',
    account: 'Account',
    options: (title: string) => `Options for ${title}`,
    rename: 'Rename',
    remove: 'Delete',
    renameTitle: 'Rename this chat',
    renameLabel: 'Title',
    save: 'Save',
    removed: (title: string) => `“${title}” is deleted.`,
    today: 'Today',
    yesterday: 'Yesterday',
    earlier: 'Earlier',
    earlierChats: 'Earlier chats',
    erased: 'Erased at logout',
    search: 'Search chats',
    searching: 'Searching…',
    found: (count: number) =>
      format.plural(count, {
        one: '1 place found',
        other: count === 0 ? 'Nothing found' : `${format.number(count)} places found`,
      }),
  },
  link: {
    text: 'You are already logged in. The code in your link was not used. Log out first to use it.',
    orCreateWith: <T>(link: Slot<T>): Rich<T> => [
      'Or create an account with it: then your chats stay. ',
      link('Create account with it'),
    ],
    orCreateWithout: <T>(link: Slot<T>): Rich<T> => [
      'Or create an account without it: then your chats stay. ',
      link('Create account without it'),
    ],
    logOutFirst: 'Log out first',
    dismiss: 'Dismiss',
    separator: ' · ',
  },
  keyGone: {
    title: 'Your chats can no longer be opened',
    why: 'Only this browser could open them, with a cookie that is gone. It may have been cleared or blocked. Nobody else can read them either.',
    what: 'You are still a guest here. You can start again: the old chats are deleted for good.',
    button: 'Start again',
  },
  thread: {
    you: 'You',
    assistant: 'Assistant',
    writing: 'Writing…',
    thinking: 'Thinking…',
    thoughts: 'Thoughts',
    silent: 'The model is busy or still loading. This can take a few minutes.',
    leftOut:
      'This conversation is longer than the model can read. It does not see some of the earlier messages any more.',
    continue: 'Continue',
    isWriting: 'The assistant is writing.',
    hasFinished: 'The assistant has finished.',
    stopped: 'Stopped before the end.',
    interrupted: 'Interrupted before the end.',
    failed: 'The assistant could not finish.',
    endings: {
      length: 'The answer reached the longest length that the model may write.',
      filter: 'A filter of the model ended this answer.',
      refusal: 'The model declined to answer this.',
      tools: 'The model tried to use a tool that it does not have here.',
      thinking: 'The model spent its whole length on thinking and wrote no answer.',
    },
    unanswered: 'This question has no answer.',
    code: 'Code',
    table: 'Table',
    saveReply: 'Save as Markdown',
    print: 'Print',
    toEnd: 'To the end',
    earlier: 'Earlier messages',
    picture: 'Picture',
    startNewChat: 'Start a new chat',
  },
  composer: {
    label: 'Message',
    placeholder: 'Write a message',
    send: 'Send',
    stop: 'Stop',
    length: (count: number, limit: number) =>
      format.plural(limit, {
        one: `${format.number(count)} of ${format.number(limit)} character`,
        other: `${format.number(count)} of ${format.number(limit)} characters`,
      }),
    offline: 'You are offline. What you write stays here while this page is open.',
    demo: 'Demo assistant, no real AI yet.',
    canBeWrong: (name: string | null) => `${name ?? 'The assistant'} can be wrong.`,
  },
};
