import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Andere Wege, sich anzumelden',
  or: 'oder',
  continueWith: (provider) => `Weiter mit ${provider}`,
  theProvider: 'dem Anbieter',
  registrationClosed: (provider) =>
    `Für Ihre Anmeldung bei ${provider} gibt es hier kein Konto, und die Registrierung ist geschlossen. Es wurde nichts gespeichert.`,
  oneMoreStep: {
    title: 'Noch ein Schritt',
    text: (provider) =>
      `Für Ihre Anmeldung bei ${provider} gibt es hier noch kein Konto. Geben Sie einen Registrierungscode ein, um eines zu erstellen. Danach melden Sie sich bei ${provider} noch einmal an.`,
    continue: 'Weiter',
    haveAccount: (provider, link) => [
      'Haben Sie schon ein Konto? ',
      link('Zurück zur Anmeldung'),
      `: Melden Sie sich an wie bisher. Verknüpfen Sie danach auf der Seite Ihres Kontos die Anmeldung bei ${provider}. Bevor Sie einen Code eingeben, wird nichts gespeichert.`,
    ],
  },
};
