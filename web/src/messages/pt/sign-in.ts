import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const signIn: Messages['signIn'] = {
  landing: {
    title: 'Um chat com IA, por convite',
    lead: 'Tem um convite para conversar com um assistente de IA.',
    leadOf: (house) => `${house} convida para uma conversa com um assistente de IA.`,
    asGuest: 'Sem conta. As suas conversas são apagadas quando sair.',
    orKeep: 'ou guardar as suas conversas',
    withAccount: 'As suas conversas ficam na sua conta até as apagar.',
  },
  continueAsGuest: 'Continuar como convidado',
  guestAccessClosed: 'O acesso para convidados está fechado neste momento',
  guestAccessJustClosed:
    'O acesso para convidados está fechado neste momento. Tente mais tarde, ou entre com a sua conta.',
  login: {
    withoutAccount: 'Sem conta',
    haveCode: 'Tenho um código de convite',
    orWithAccount: 'ou com a sua conta',
    newAddress: 'Entre com o e-mail e a palavra-passe que acabou de usar. Depois pode mudar o e-mail.',
    forgotPassword: 'Esqueceu-se da palavra-passe?',
    forgotWithoutMail:
      'O e-mail não está configurado aqui. Peça ajuda às pessoas responsáveis por este site.',
    registerWithCode: 'Usá-lo para se registar',
  },
  invited: {
    title: 'Tem um convite',
    text: 'Entra como convidado, sem precisar de conta. As suas conversas são apagadas quando sair.',
    otherWays: 'Outras formas de entrar',
  },
  waiting: {
    title: 'Espere um momento',
    text: 'Vai entrar automaticamente. Deixe esta página aberta.',
    otherWays: 'Outras formas de entrar',
    full: 'Todos os lugares estão ocupados',
    fullText: 'Entra assim que alguém sair. Deixe esta página aberta.',
    ended: 'Este código terminou enquanto esperava.',
  },
  timeOver: {
    title: 'O seu tempo acabou',
    text: 'O que escreveu foi apagado, aqui e no servidor.',
    more: 'Se precisa de mais tempo, pergunte à pessoa que lhe deu o código.',
    button: 'Ir para a página inicial',
  },
  unusableLink:
    'O código da sua ligação não é válido. Pode estar esgotado ou fora do prazo. Peça um novo à pessoa que lho deu.',
  linkUnchecked: (why) => `Não foi possível verificar o código da sua ligação. ${why}`,
  signedOut: {
    ended: 'A sua sessão terminou. Entre para continuar.',
    guestEnded: (ttlMs) =>
      `A sua sessão terminou. As suas conversas de convidado são apagadas o mais tardar ${format.duration(ttlMs)} depois da sua última visita.`,
    loginNeeded: 'Entre para continuar.',
    deleted: 'A sua conta e todas as suas conversas foram apagadas.',
  },
};
