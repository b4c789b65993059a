import type { Messages } from '../texts.ts';

export const resetPassword: Messages['resetPassword'] = {
  request: {
    title: '¿Ha olvidado su contraseña?',
    text: 'Le enviaremos por correo un enlace para crear una nueva.',
    sent: 'Si esa dirección tiene una cuenta, hemos enviado un enlace.',
    enterCode: '¿No funciona el enlace? Escriba el código del correo',
    button: 'Enviar el enlace',
    remembered: (link) => ['¿La ha recordado? ', link('Iniciar sesión')],
  },
  set: {
    title: 'Crear una contraseña nueva',
    text: 'Su sesión quedará abierta aquí y se cerrará en todos los demás sitios.',
    textForGuest: 'Se cierran todas las sesiones de su cuenta. Aquí sigue como invitado.',
    byCode:
      'Escriba su correo electrónico, el código del mensaje que le hemos enviado y una contraseña nueva.',
    newLetter: '¿No hay correo, o es antiguo? Pida uno nuevo',
    newLinkWithoutMail: 'Pida uno nuevo a las personas responsables de este sitio.',
    knowPassword: (link) => ['¿Sabe su contraseña? ', link('Iniciar sesión')],
  },
  setForGuest: {
    title: 'Su nueva contraseña está guardada',
    text: 'Sigue aquí como invitado. Inicie sesión en su cuenta y elija qué pasa con sus chats.',
    textWithoutUpgrade:
      'Sigue aquí como invitado. Cierre antes esta sesión y después inicie sesión en su cuenta.',
  },
};
