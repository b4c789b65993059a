import type { Messages, Paragraph, Typed } from './en.ts';

export const fr: Messages = {
  confirmAddress: ({ site, link, code, page }) => ({
    subject: `Confirmez votre adresse e-mail pour ${site}`,
    paragraphs: [
      `Quelqu’un a créé un compte sur ${site} avec cette adresse e-mail. Si c’est vous, confirmez-la\u00a0:`,
      { link, label: 'Confirmer l’adresse e-mail' },
      ...instead({ code, page }),
      'Le lien est valable un jour. Si ce n’est pas vous, ignorez cet e-mail\u00a0: sans ce lien, le compte ne peut pas être utilisé.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }) => ({
    subject: `Confirmez votre nouvelle adresse e-mail pour ${site}`,
    paragraphs: [
      `Vous avez demandé que cette adresse devienne l’adresse e-mail de votre compte sur ${site}. Confirmez-la\u00a0:`,
      { link, label: 'Confirmer l’adresse e-mail' },
      ...instead({ code, page }),
      'Le lien est valable un jour. Si ce n’est pas vous, ignorez cet e-mail\u00a0: rien ne changera.',
    ],
  }),
  addressChanged: ({ site, link }) => ({
    subject: `Votre adresse e-mail sur ${site} a été modifiée`,
    paragraphs: [
      `L’adresse e-mail de votre compte sur ${site} a été modifiée. Cette adresse-ci n’est plus utilisée pour ce compte.`,
      'Si ce n’est pas vous, contactez tout de suite les responsables de ce site\u00a0:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }) => ({
    subject: `Choisissez un nouveau mot de passe pour ${site}`,
    paragraphs: [
      `Vous pouvez choisir ici un nouveau mot de passe pour votre compte sur ${site}\u00a0:`,
      { link, label: 'Choisir un nouveau mot de passe' },
      ...instead({ code, page }),
      'Le lien est valable une heure. Si vous n’avez rien demandé, ignorez cet e-mail\u00a0: votre mot de passe reste le même.',
    ],
  }),
  alreadyRegistered: ({ site, link }) => ({
    subject: `Vous avez déjà un compte sur ${site}`,
    paragraphs: [
      `Quelqu’un, peut-être vous, a voulu créer un compte sur ${site} avec cette adresse e-mail. Vous en avez déjà un\u00a0: connectez-vous. Si vous avez oublié votre mot de passe, vous pourrez en choisir un nouveau.`,
      { link, label: 'Se connecter' },
      'Si ce n’est pas vous, ignorez cet e-mail\u00a0: rien n’a été modifié.',
    ],
  }),
};

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `Si le lien ne fonctionne pas, ouvrez ${page} là où vous avez commencé, puis saisissez votre adresse e-mail et ce code\u00a0:`,
    code,
    'Le code est valable 15 minutes. Ne le donnez à personne.',
  ];
}
