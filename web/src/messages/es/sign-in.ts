import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const signIn: Messages['signIn'] = {
  landing: {
    title: 'Un chat con IA, por invitación',
    lead: 'Tiene una invitación para hablar con un asistente de IA.',
    leadOf: (house) => `${house} le invita a hablar con un asistente de IA.`,
    asGuest: 'Sin cuenta. Sus chats se eliminan cuando cierra la sesión.',
    orKeep: 'o conservar sus chats',
    withAccount: 'Sus chats se quedan en su cuenta hasta que los elimine.',
  },
  continueAsGuest: 'Continuar como invitado',
  guestAccessClosed: 'El acceso para invitados está cerrado por ahora',
  guestAccessJustClosed:
    'El acceso para invitados está cerrado por ahora. Inténtelo más tarde, o inicie sesión.',
  login: {
    withoutAccount: 'Sin cuenta',
    haveCode: 'Tengo un código de invitación',
    orWithAccount: 'o con su cuenta',
    newAddress:
      'Inicie sesión con el correo y la contraseña que acaba de usar. Después podrá cambiar el correo.',
    forgotPassword: '¿Ha olvidado su contraseña?',
    forgotWithoutMail:
      'Aquí no está configurado el correo. Pida ayuda a las personas responsables de este sitio.',
    registerWithCode: 'Usarlo para registrarse',
  },
  invited: {
    title: 'Tiene una invitación',
    text: 'Entrará como invitado, sin necesidad de cuenta. Sus chats se eliminan cuando cierra la sesión.',
    otherWays: 'Otras formas de entrar',
  },
  waiting: {
    title: 'Espere un momento',
    text: 'Entrará automáticamente. Mantenga esta página abierta.',
    otherWays: 'Otras formas de entrar',
    full: 'Todas las plazas están ocupadas',
    fullText: 'Entrará en cuanto alguien salga. Mantenga esta página abierta.',
    ended: 'Este código ha caducado mientras esperaba.',
  },
  timeOver: {
    title: 'Su tiempo ha terminado',
    text: 'Lo que escribió se ha eliminado, aquí y en el servidor.',
    more: 'Si necesita más tiempo, pregunte a la persona que le dio el código.',
    button: 'Ir a la página de inicio',
  },
  unusableLink:
    'El código de su enlace no es válido. Puede que esté agotado o caducado. Pida uno nuevo a la persona que se lo dio.',
  linkUnchecked: (why) => `No se pudo comprobar el código de su enlace. ${why}`,
  signedOut: {
    ended: 'Su sesión ha terminado. Inicie sesión para continuar.',
    guestEnded: (ttlMs) =>
      `Su sesión ha terminado. Sus chats de invitado se eliminan como muy tarde ${format.duration(ttlMs)} después de su última visita.`,
    loginNeeded: 'Inicie sesión para continuar.',
    deleted: 'Su cuenta y todos sus chats se han eliminado.',
  },
};
