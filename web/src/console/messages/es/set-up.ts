import type { ConsoleTexts } from '../texts.ts';

export const setUp: ConsoleTexts['setUp'] = {
  title: 'Elija su contraseña',
  text: (email) => `Va a administrar este sitio con la cuenta ${email}.`,
  textWithoutEmail:
    'Es la primera persona que administra este sitio. Elija el correo electrónico y la contraseña con los que iniciará sesión.',
  repeat: 'Repita la contraseña',
  differs: 'Las dos contraseñas no son iguales.',
  used: {
    title: 'Este enlace ya se ha usado',
    text: 'Funciona una sola vez. Si eligió su contraseña con él, inicie sesión.',
  },
  ended: {
    title: 'Este enlace ha caducado',
    text: 'Valía 24 horas. Pida uno nuevo a la persona que se lo dio.',
  },
  invalid: {
    title: 'Este enlace no funciona',
    text: 'Puede que falte una parte. Abra el enlace completo, o pida uno nuevo.',
  },
  signedIn: 'Ha iniciado sesión con otra cuenta. Cierre antes la sesión y vuelva a abrir el enlace.',
};
