/** The page of the link that makes an operator. */
export const setUp = {
  title: 'Set your password',
  text: (email: string) => `You become an operator of this site as ${email}.`,
  textWithoutEmail:
    'You become the first operator of this site. Choose the email and the password that you log in with.',
  repeat: 'Password again',
  differs: 'The two passwords are not the same.',
  used: {
    title: 'This link was used already',
    text: 'It works once. If you set your password with it, log in.',
  },
  ended: {
    title: 'This link has ended',
    text: 'It worked for 24 hours. Ask the person who gave it to you for a new one.',
  },
  invalid: {
    title: 'This link does not work',
    text: 'It may have been cut off. Open the whole link, or ask for a new one.',
  },
  signedIn: 'You are logged in as somebody else. Log out first, then open the link again.',
};
