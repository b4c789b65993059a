import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Cerrar sesión',
  done: 'Ha cerrado la sesión.',
  failed: (why) => `Su sesión sigue abierta. ${why}`,
  failedForGuest: (why) => `No se pudo eliminar nada, y su sesión sigue abierta. ${why}`,
  title: '¿Cerrar sesión?',
  titleForGuest: '¿Cerrar sesión y eliminar sus chats?',
  titleForNewMember: 'Ahora tiene una cuenta',
  textForUnknown:
    'Si está como invitado, todos sus chats se eliminarán para siempre. Los chats de una cuenta se conservan.',
  textForGuest:
    'Está aquí como invitado. Todo lo que hay aquí se borra enseguida del servidor, y nadie puede recuperarlo.',
  textForUpgradableGuest:
    'Está aquí como invitado. Todo lo que hay aquí se borra enseguida del servidor, y nadie puede recuperarlo. Con una cuenta, se conserva.',
  textForNewMember: (email) =>
    `No se ha eliminado nada. Sus chats pertenecen ahora a la cuenta de ${email} y se quedan allí. ¿Cerrar sesión de todos modos?`,
  chats: 'Chats',
  elsewhere: 'Otras pestañas y dispositivos',
  elsewhereToo: 'también se cierran',
  stay: 'Quedarme',
  logOutAndDelete: 'Cerrar sesión y eliminar',
  logOutOfAccount: 'Cerrar sesión en la cuenta',
  leaveQuickly: 'Salida rápida',
  cover: 'Cargando',
  leaveQuicklyHint:
    'Elimina todos sus chats y muestra otro sitio. También puede pulsar tres veces la tecla Mayús.',
  shiftHint: (left) =>
    format.plural(left, {
      one: 'Mayús: una vez más para salir',
      other: `Mayús: ${format.number(left)} veces más para salir`,
    }),
};
