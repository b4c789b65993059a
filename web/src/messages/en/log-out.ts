import { format } from '../current-format.ts';

/** Logging out, and leaving quickly. */
export const logOut = {
  button: 'Log out',
  done: 'You are logged out.',
  failed: (why: string) => `You are still logged in. ${why}`,
  failedForGuest: (why: string) => `Nothing could be deleted, and you are still logged in. ${why}`,
  title: 'Log out?',
  titleForGuest: 'Log out and delete your chats?',
  titleForNewMember: 'You have an account now',
  textForUnknown: 'If you are a guest, all your chats are deleted for good. The chats of an account stay.',
  textForGuest:
    'You are a guest. Everything here is erased from the server at once, and nobody can bring it back.',
  textForUpgradableGuest:
    'You are a guest. Everything here is erased from the server at once, and nobody can bring it back. With an account it stays.',
  textForNewMember: (email: string) =>
    `Nothing was deleted. Your chats belong to the account of ${email} now, and stay there. Log out anyway?`,
  chats: 'Chats',
  elsewhere: 'Other tabs and devices',
  elsewhereToo: 'logged out too',
  stay: 'Stay',
  logOutAndDelete: 'Log out and delete',
  logOutOfAccount: 'Log out of the account',
  leaveQuickly: 'Leave quickly',
  /** Stands in for the page until the other site is there. */
  cover: 'Loading',
  leaveQuicklyHint: 'Deletes all your chats and shows another site. You can also press Shift three times.',
  /** @param left how often Shift has still to be pressed */
  shiftHint: (left: number) =>
    format.plural(left, {
      one: 'Shift: once more to leave',
      other: left === 2 ? 'Shift: twice more to leave' : `Shift: ${format.number(left)} times more to leave`,
    }),
};
