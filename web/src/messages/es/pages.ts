import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Quiénes somos', privacy: 'Privacidad', support: 'Ayuda' },
  broken: {
    title: 'No se pudo mostrar esta página',
    text: 'Puede que Foyer se haya actualizado o que se haya cortado la conexión.',
    reload: 'Volver a cargar',
  },
  loadFailed: {
    title: 'No se pudo cargar esta página',
    text: 'Se cortó la conexión, o Foyer se ha actualizado.',
    reload: 'Volver a cargar',
  },
  unreachable: { title: 'No se puede llegar a Foyer' },
  invalidLink: { title: 'Este enlace no funciona' },
  logInToAccount: 'Inicie sesión en su cuenta',
};
