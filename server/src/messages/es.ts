import type { Messages, Paragraph, Typed } from './en.ts';

export const es: Messages = {
  confirmAddress: ({ site, link, code, page }) => ({
    subject: `Confirme su correo electrónico para ${site}`,
    paragraphs: [
      `Alguien creó una cuenta en ${site} con este correo electrónico. Si fue usted, confírmelo:`,
      { link, label: 'Confirmar el correo electrónico' },
      ...instead({ code, page }),
      'El enlace vale un día. Si no fue usted, ignore este mensaje: sin el enlace, la cuenta no se puede usar.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }) => ({
    subject: `Confirme su nuevo correo electrónico para ${site}`,
    paragraphs: [
      `Usted pidió que este fuera el correo electrónico de su cuenta en ${site}. Confírmelo:`,
      { link, label: 'Confirmar el correo electrónico' },
      ...instead({ code, page }),
      'El enlace vale un día. Si no fue usted, ignore este mensaje: no cambiará nada.',
    ],
  }),
  addressChanged: ({ site, link }) => ({
    subject: `Su correo electrónico en ${site} ha cambiado`,
    paragraphs: [
      `El correo electrónico de su cuenta en ${site} ha cambiado. Esta dirección ya no se usa para ella.`,
      'Si no fue usted, avise enseguida a las personas responsables de este sitio:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }) => ({
    subject: `Cree una contraseña nueva para ${site}`,
    paragraphs: [
      `Aquí puede crear una contraseña nueva para su cuenta en ${site}:`,
      { link, label: 'Crear una contraseña nueva' },
      ...instead({ code, page }),
      'El enlace vale una hora. Si no lo ha pedido, ignore este mensaje: su contraseña sigue siendo la misma.',
    ],
  }),
  alreadyRegistered: ({ site, link }) => ({
    subject: `Ya tiene una cuenta en ${site}`,
    paragraphs: [
      `Alguien, quizá usted, intentó crear una cuenta en ${site} con este correo electrónico. Ya tiene una: inicie sesión con ella. Si ha olvidado su contraseña, allí puede crear una nueva.`,
      { link, label: 'Iniciar sesión' },
      'Si no fue usted, ignore este mensaje: no se ha cambiado nada.',
    ],
  }),
};

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `Si el enlace no funciona, abra ${page} donde empezó y escriba su correo electrónico y este código:`,
    code,
    'El código vale 15 minutos. No se lo dé a nadie.',
  ];
}
