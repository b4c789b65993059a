import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Sair',
  done: 'A sessão terminou.',
  failed: (why) => `Ainda não saiu. ${why}`,
  failedForGuest: (why) => `Não foi possível apagar nada, e ainda não saiu. ${why}`,
  title: 'Sair?',
  titleForGuest: 'Sair e apagar as suas conversas?',
  titleForNewMember: 'Agora tem uma conta',
  textForUnknown:
    'Se está como convidado, todas as suas conversas são apagadas para sempre. As conversas de uma conta ficam.',
  textForGuest:
    'Está aqui como convidado. Tudo o que está aqui é apagado do servidor imediatamente, e ninguém o pode recuperar.',
  textForUpgradableGuest:
    'Está aqui como convidado. Tudo o que está aqui é apagado do servidor imediatamente, e ninguém o pode recuperar. Com uma conta, fica guardado.',
  textForNewMember: (email) =>
    `Nada foi apagado. As suas conversas pertencem agora à conta de ${email} e ficam lá. Sair mesmo assim?`,
  chats: 'Conversas',
  elsewhere: 'Outros separadores e dispositivos',
  elsewhereToo: 'também terminam',
  stay: 'Ficar',
  logOutAndDelete: 'Sair e apagar',
  logOutOfAccount: 'Sair da conta',
  leaveQuickly: 'Sair depressa',
  cover: 'A carregar',
  leaveQuicklyHint:
    'Apaga todas as suas conversas e mostra outro site. Também pode carregar três vezes na tecla Shift.',
  shiftHint: (left) =>
    format.plural(left, {
      one: 'Shift: mais uma vez para sair',
      other: `Shift: mais ${format.number(left)} vezes para sair`,
    }),
};
