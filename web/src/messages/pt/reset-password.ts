import type { Messages } from '../texts.ts';

export const resetPassword: Messages['resetPassword'] = {
  request: {
    title: 'Esqueceu-se da palavra-passe?',
    text: 'Enviamos-lhe por e-mail uma ligação para criar uma nova.',
    sent: 'Se esse endereço tem conta, enviámos uma ligação.',
    enterCode: 'A ligação não funciona? Escreva o código do e-mail',
    button: 'Enviar a ligação',
    remembered: (link) => ['Lembrou-se? ', link('Entrar')],
  },
  set: {
    title: 'Criar uma nova palavra-passe',
    text: 'A sua sessão fica aberta aqui e termina em todos os outros lugares.',
    textForGuest: 'Todas as sessões da sua conta terminam. Aqui continua como convidado.',
    byCode: 'Escreva o seu e-mail, o código da mensagem que lhe enviámos e uma nova palavra-passe.',
    newLetter: 'Não há e-mail, ou é antigo? Peça um novo',
    newLinkWithoutMail: 'Peça uma nova às pessoas responsáveis por este site.',
    knowPassword: (link) => ['Sabe a sua palavra-passe? ', link('Entrar')],
  },
  setForGuest: {
    title: 'A sua nova palavra-passe está guardada',
    text: 'Continua aqui como convidado. Entre na sua conta e escolha o que acontece às suas conversas.',
    textWithoutUpgrade: 'Continua aqui como convidado. Saia primeiro e depois entre na sua conta.',
  },
};
