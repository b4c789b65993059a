import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Cuenta',
  toConsole: 'Abrir la administración',
  linked: (provider) => `${provider} está vinculado.`,
  language: 'Para estas páginas y para los correos que le enviamos.',
  email: {
    notConfirmed: ' (aún sin confirmar)',
    mailSent: (address) =>
      `Hemos enviado un enlace a ${address}. Su dirección cambiará cuando lo abra. Hasta entonces sigue valiendo la de arriba.`,
    label: 'Nuevo correo electrónico',
    button: 'Cambiar el correo',
    withoutMail: 'No se puede cambiar: aquí no está configurado el correo.',
  },
  password: {
    none: 'Aún no tiene contraseña. Usted entra con otro servicio.',
    done: 'Su nueva contraseña está guardada. Se han cerrado todas las demás sesiones.',
    current: 'Contraseña actual',
    button: 'Cambiar la contraseña',
  },
  logins: {
    title: 'Formas de iniciar sesión',
    linkAnother: 'Vincule otro servicio para tener una segunda forma de iniciar sesión.',
    withEmail: 'Con su correo electrónico',
    linkedOn: (time) => `Vinculado el ${format.day(time)}`,
    unlink: 'Desvincular',
    unlinkProvider: (provider) => `Desvincular ${provider}`,
    link: (provider) => `Vincular ${provider}`,
  },
  sessions: {
    title: 'Sesiones',
    since: (time) => `Desde: ${format.moment(time)}`,
    thisDevice: 'Este dispositivo, activo ahora',
    lastActive: (time) => `Última actividad: ${format.moment(time)}`,
    logOut: 'Cerrar',
    ofDevice: (device) => ` la sesión en ${device}`,
    unknownDevice: 'Dispositivo desconocido',
    logOutOthers: 'Cerrar todas las demás',
    none: 'No tiene ninguna otra sesión abierta.',
  },
  data: {
    title: 'Sus datos',
    text: 'Todo lo que guardamos sobre usted, incluidos sus chats, en un archivo JSON.',
    button: 'Descargar mis datos',
  },
  remove: {
    title: 'Eliminar la cuenta',
    text: 'Su cuenta y todos sus chats se eliminarán para siempre.',
    button: 'Eliminar mi cuenta',
    question: '¿Eliminar su cuenta?',
    warning: (email) =>
      `Su cuenta, ${email}, y todos sus chats se eliminarán para siempre, en todos los dispositivos.`,
    keep: 'Conservarla',
    confirm: 'Eliminar todo',
  },
  confirm: {
    title: 'Confirme que es usted',
    byPassword: 'Inició sesión hace un rato. Escriba su contraseña para continuar.',
    byLogin:
      'Inició sesión hace un rato. Vuelva a iniciarla para continuar. Después regresará a esta página.',
    logInAgain: (provider) => `Volver a entrar con ${provider}`,
    button: 'Confirmar',
  },
};
