import type { Messages } from '../texts.ts';

export const upgrade: Messages['upgrade'] = {
  text: 'Conservará todos sus chats y podrá abrirlos en cualquier dispositivo.',
  haveAccount: (link) => ['¿Ya tiene una cuenta? ', link('Inicie sesión en ella')],
  notNow: (link) => ['¿Ahora no? ', link('Seguir como invitado')],
  notYours: (link) => ['¿No es su cuenta? ', link('Usar otra dirección')],
  existing: {
    title: 'Inicie sesión en su cuenta',
    taken: (email) =>
      `Ya existe una cuenta con la dirección ${email}. Si es suya, inicie sesión aquí. Sus chats de invitado no han cambiado.`,
    takenByProvider: (provider) =>
      `Ya existe una cuenta para su acceso con ${provider}, o con su correo. Si es suya, inicie sesión aquí. Sus chats de invitado no han cambiado.`,
    untouched: (why) => `${why} Sus chats de invitado no han cambiado.`,
  },
  choice: {
    question: '¿Qué hacemos con sus chats de invitado?',
    move: 'Llevarme mis chats',
    moveHint: 'Se añaden a los chats de su cuenta.',
    erase: 'Eliminar mis chats',
    eraseHint: 'Se eliminan para siempre cuando inicie sesión.',
    chooseFirst: 'Elija una opción y después inicie sesión.',
  },
};
