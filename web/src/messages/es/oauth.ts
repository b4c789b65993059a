import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Otras formas de iniciar sesión',
  or: 'o',
  continueWith: (provider) => `Continuar con ${provider}`,
  theProvider: 'ese servicio',
  registrationClosed: (provider) =>
    `Aquí no hay ninguna cuenta para su acceso con ${provider}, y el registro está cerrado. No se ha guardado nada.`,
  oneMoreStep: {
    title: 'Un paso más',
    text: (provider) =>
      `Aquí aún no hay ninguna cuenta para su acceso con ${provider}. Escriba un código de registro para crear una. Después pasará otra vez por ${provider}.`,
    continue: 'Continuar',
    haveAccount: (provider, link) => [
      '¿Ya tiene una cuenta? ',
      link('Volver al inicio de sesión'),
      ` y entre como siempre. Después, vincule el acceso con ${provider} en la página de su cuenta. No se guarda nada hasta que escriba un código.`,
    ],
  },
};
