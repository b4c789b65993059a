import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const email: Messages['email'] = {
  check: {
    title: 'Veja o seu e-mail',
    text: (address) => [
      'Enviámos uma ligação para ',
      address,
      '. Abra-a para confirmar o seu endereço, ou escreva aqui o código do e-mail. Depois já pode conversar.',
    ],
  },
  confirm: {
    title: 'Confirme o seu e-mail',
    text: (address) => [
      'Enviámos uma ligação para ',
      address,
      '. Abra-a, ou escreva aqui o código do e-mail. Esta página continua sozinha.',
    ],
    notYours: (link) => ['Não é o seu endereço? ', link('Usar outro endereço')],
  },
  byCode: {
    label: 'Código do e-mail',
    button: 'Confirmar',
    text: 'Escreva o seu endereço de e-mail e o código da mensagem que lhe enviámos. O código vale 15 minutos.',
    forNewAddress: (address) =>
      `Entrou como ${address}. Se pediu outro endereço, escreva-o, com o código da mensagem que enviámos para lá.`,
    newLetter: 'Não há e-mail, ou é antigo? Escreva acima o seu endereço e carregue em “Reenviar”.',
  },
  nothingArrived: 'Nada ao fim de alguns minutos? Veja na pasta de spam.',
  resend: 'Reenviar',
  resendIn: (seconds) => `Pode reenviar dentro de ${format.countdown(seconds)}.`,
  sentAgain: 'Reenviado.',
  verify: {
    confirming: 'A confirmar o seu e-mail',
    confirmed: 'O seu e-mail está confirmado',
    notConfirmed: 'O seu e-mail ainda não está confirmado',
    youCanChat: 'Já pode conversar.',
    logInToChat: 'Entre para conversar.',
    logInFirst: 'Entre para confirmar o seu e-mail',
    linkStaysValid: 'Não entrou neste navegador. A sua ligação continua válida.',
    byProvider: (link) => [
      'Entra com outro serviço? ',
      link('Entre primeiro'),
      ' e depois abra de novo a ligação do e-mail.',
    ],
  },
  otherAccount: {
    title: 'Esta ligação pertence a outra conta',
    textForGuest:
      'Está aqui como convidado. Abra a ligação onde se registou, ou entre primeiro na sua conta.',
    text: (address) => `Entrou como ${address}. Abra a ligação onde se registou, ou saia primeiro.`,
  },
};
