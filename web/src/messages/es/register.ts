import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'Su cuenta',
  haveAccount: (link) => ['¿Ya tiene una cuenta? ', link('Iniciar sesión')],
  codeFirst: 'Escriba su código para continuar.',
  fromLink: 'Tomado de su enlace.',
  anotherCode: 'Escribir otro código',
  logInWithCode: 'Usarlo para entrar',
  logInInstead: 'Iniciar sesión',
  impossible: 'Ahora mismo no es posible registrarse. Pregunte a las personas responsables de este sitio.',
  closed: {
    title: 'El registro está cerrado',
    text: 'Ahora mismo no se pueden crear cuentas nuevas.',
  },
};
