import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Conta',
  toConsole: 'Abrir a administração',
  linked: (provider) => `${provider} está associado.`,
  language: 'Para estas páginas e para os e-mails que lhe enviamos.',
  email: {
    notConfirmed: ' (ainda não confirmado)',
    mailSent: (address) =>
      `Enviámos uma ligação para ${address}. O seu endereço muda quando a abrir. Até lá, vale o endereço acima.`,
    label: 'Novo e-mail',
    button: 'Mudar o e-mail',
    withoutMail: 'Não pode ser mudado: o e-mail não está configurado aqui.',
  },
  password: {
    none: 'Ainda não tem palavra-passe. Entra com outro serviço.',
    done: 'A sua nova palavra-passe está guardada. Todas as outras sessões terminaram.',
    current: 'Palavra-passe atual',
    button: 'Mudar a palavra-passe',
  },
  logins: {
    title: 'Formas de entrar',
    linkAnother: 'Associe outro serviço para ter uma segunda forma de entrar.',
    withEmail: 'Com o seu e-mail',
    linkedOn: (time) => `Associado em ${format.day(time)}`,
    unlink: 'Desassociar',
    unlinkProvider: (provider) => `Desassociar ${provider}`,
    link: (provider) => `Associar ${provider}`,
  },
  sessions: {
    title: 'Sessões',
    since: (time) => `Desde: ${format.moment(time)}`,
    thisDevice: 'Este dispositivo, ativo agora',
    lastActive: (time) => `Última atividade: ${format.moment(time)}`,
    logOut: 'Terminar',
    ofDevice: (device) => ` a sessão em ${device}`,
    unknownDevice: 'Dispositivo desconhecido',
    logOutOthers: 'Terminar todas as outras',
    none: 'Não tem sessão iniciada em mais nenhum lugar.',
  },
  data: {
    title: 'Os seus dados',
    text: 'Tudo o que guardamos sobre si, incluindo as suas conversas, num ficheiro JSON.',
    button: 'Descarregar os meus dados',
  },
  remove: {
    title: 'Apagar a conta',
    text: 'A sua conta e todas as suas conversas são apagadas para sempre.',
    button: 'Apagar a minha conta',
    question: 'Apagar a sua conta?',
    warning: (email) =>
      `A sua conta, ${email}, e todas as suas conversas são apagadas para sempre, em todos os dispositivos.`,
    keep: 'Manter a conta',
    confirm: 'Apagar tudo',
  },
  confirm: {
    title: 'Confirme a sua identidade',
    byPassword: 'Entrou já há algum tempo. Escreva a sua palavra-passe para continuar.',
    byLogin: 'Entrou já há algum tempo. Entre de novo para continuar. Depois volta a esta página.',
    logInAgain: (provider) => `Entrar de novo com ${provider}`,
    button: 'Confirmar',
  },
};
