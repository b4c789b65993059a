import type { Messages, Paragraph, Typed } from './en.ts';

export const pt: Messages = {
  confirmAddress: ({ site, link, code, page }) => ({
    subject: `Confirme o seu e-mail para ${site}`,
    paragraphs: [
      `Alguém criou uma conta em ${site} com este e-mail. Se foi você, confirme-o:`,
      { link, label: 'Confirmar o e-mail' },
      ...instead({ code, page }),
      'A ligação vale um dia. Se não foi você, ignore esta mensagem: sem a ligação, a conta não pode ser usada.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }) => ({
    subject: `Confirme o seu novo e-mail para ${site}`,
    paragraphs: [
      `Pediu que este passasse a ser o e-mail da sua conta em ${site}. Confirme-o:`,
      { link, label: 'Confirmar o e-mail' },
      ...instead({ code, page }),
      'A ligação vale um dia. Se não foi você, ignore esta mensagem: nada muda.',
    ],
  }),
  addressChanged: ({ site, link }) => ({
    subject: `O seu e-mail em ${site} foi mudado`,
    paragraphs: [
      `O e-mail da sua conta em ${site} foi mudado. Este endereço já não é usado para ela.`,
      'Se não foi você, contacte já as pessoas responsáveis por este site:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }) => ({
    subject: `Crie uma nova palavra-passe para ${site}`,
    paragraphs: [
      `Pode criar aqui uma nova palavra-passe para a sua conta em ${site}:`,
      { link, label: 'Criar uma nova palavra-passe' },
      ...instead({ code, page }),
      'A ligação vale uma hora. Se não fez este pedido, ignore esta mensagem: a sua palavra-passe continua a mesma.',
    ],
  }),
  alreadyRegistered: ({ site, link }) => ({
    subject: `Já tem uma conta em ${site}`,
    paragraphs: [
      `Alguém, talvez você, tentou criar uma conta em ${site} com este e-mail. Já tem uma: entre com ela. Se se esqueceu da palavra-passe, pode criar lá uma nova.`,
      { link, label: 'Entrar' },
      'Se não foi você, ignore esta mensagem: nada foi mudado.',
    ],
  }),
};

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `Se a ligação não funcionar, abra ${page} onde começou e escreva o seu e-mail e este código:`,
    code,
    'O código vale 15 minutos. Não o dê a ninguém.',
  ];
}
