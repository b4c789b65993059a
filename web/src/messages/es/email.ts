import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const email: Messages['email'] = {
  check: {
    title: 'Mire su correo',
    text: (address) => [
      'Hemos enviado un enlace a ',
      address,
      '. Ábralo para confirmar su dirección, o escriba aquí el código del correo. Después podrá chatear.',
    ],
  },
  confirm: {
    title: 'Confirme su correo electrónico',
    text: (address) => [
      'Hemos enviado un enlace a ',
      address,
      '. Ábralo, o escriba aquí el código del correo. Esta página continuará sola.',
    ],
    notYours: (link) => ['¿No es su dirección? ', link('Usar otra dirección')],
  },
  byCode: {
    label: 'Código del correo',
    button: 'Confirmar',
    text: 'Escriba su correo electrónico y el código del mensaje que le hemos enviado. El código vale 15 minutos.',
    forNewAddress: (address) =>
      `Ha iniciado sesión como ${address}. Si pidió otra dirección, escríbala junto con el código del mensaje que hemos enviado allí.`,
    newLetter: '¿No hay correo, o es antiguo? Escriba arriba su correo electrónico y pulse «Reenviar».',
  },
  nothingArrived: '¿No llega nada tras unos minutos? Mire en la carpeta de correo no deseado.',
  resend: 'Reenviar',
  resendIn: (seconds) => `Podrá reenviarlo en ${format.countdown(seconds)}.`,
  sentAgain: 'Reenviado.',
  verify: {
    confirming: 'Confirmando su correo electrónico',
    confirmed: 'Su correo electrónico está confirmado',
    notConfirmed: 'Su correo electrónico aún no está confirmado',
    youCanChat: 'Ya puede chatear.',
    logInToChat: 'Inicie sesión para chatear.',
    logInFirst: 'Inicie sesión para confirmar su correo electrónico',
    linkStaysValid: 'No ha iniciado sesión en este navegador. Su enlace sigue siendo válido.',
    byProvider: (link) => [
      '¿Entra con otro servicio? ',
      link('Inicie sesión primero'),
      ' y después vuelva a abrir el enlace del correo.',
    ],
  },
  otherAccount: {
    title: 'Este enlace es de otra cuenta',
    textForGuest:
      'Está aquí como invitado. Abra el enlace donde se registró, o inicie antes sesión en su cuenta.',
    text: (address) =>
      `Ha iniciado sesión como ${address}. Abra el enlace donde se registró, o cierre antes la sesión.`,
  },
};
