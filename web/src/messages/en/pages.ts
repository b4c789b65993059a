/** Pages that stand in for another one, and the way on from them. */
export const pages = {
  floor: { imprint: 'About us', privacy: 'Privacy', support: 'Help' },
  broken: {
    title: 'This page could not be shown',
    text: 'Foyer may have been updated, or the connection broke.',
    reload: 'Reload',
  },
  loadFailed: {
    title: 'This page could not be loaded',
    text: 'The connection broke, or Foyer was updated.',
    reload: 'Reload',
  },
  unreachable: { title: 'Foyer cannot be reached' },
  invalidLink: { title: 'This link does not work' },
  logInToAccount: 'Log in to your account',
};
