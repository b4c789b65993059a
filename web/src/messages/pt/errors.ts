import type { Messages } from '../texts.ts';

export const errors: Messages['errors'] = {
  INVITATION_CODE_REQUIRED: 'Escreva primeiro o seu código.',
  INVITATION_CODE_INVALID:
    'Este código não é válido. Verifique se está bem escrito. Se estiver, é porque está esgotado ou fora do prazo: peça um novo à pessoa que lho deu.',
  INVITATION_CODE_WRONG_KIND: 'Este código é para outra coisa.',
  LOGIN_CODES_DISABLED: 'Os códigos de convite para convidados estão desligados aqui.',
  REGISTRATION_DISABLED: 'O registo está fechado. Se tem conta, entre com ela.',
  ALREADY_SIGNED_IN: 'Já tem sessão iniciada.',
  NOT_SIGNED_IN: 'A sua sessão terminou. Entre para continuar.',
  TOO_MANY_TRIES: 'Demasiadas tentativas a partir da sua rede. Espere um momento.',
  TOO_MANY_GUESTS: 'Estão muitas pessoas a entrar neste momento. Entrará assim que houver lugar.',
  INVALID_INPUT: 'Verifique o formulário.',
  INVALID_EMAIL: 'Escreva um endereço de e-mail completo, como ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'O e-mail ou a palavra-passe não estão certos.',
  PASSWORD_TOO_SHORT: 'Esta palavra-passe é demasiado curta. Use pelo menos 8 caracteres.',
  PASSWORD_TOO_LONG: 'Esta palavra-passe é demasiado longa. Use no máximo 128 caracteres.',
  PASSWORD_TOO_COMMON: 'Esta palavra-passe é das mais comuns. Escolha outra.',
  ACCOUNT_BLOCKED: 'Esta conta está bloqueada. Pergunte a quem convidou você.',
  LAST_OPERATOR: 'Este é o último administrador. Acrescente primeiro outro.',
  USER_ALREADY_EXISTS: 'Já existe uma conta com este e-mail.',
  EMAIL_NOT_VERIFIED: 'Confirme primeiro o seu e-mail. Abra a ligação na mensagem que lhe enviámos.',
  MAIL_OFF: 'O e-mail não está configurado aqui. Peça ajuda às pessoas responsáveis por este site.',
  LINK_INVALID: 'Esta ligação já não é válida. Pode já ter sido usada, ou ser demasiado antiga.',
  MAIL_CODE_INVALID:
    'Este código não é válido para este e-mail. Vale 15 minutos e cinco tentativas. Pode pedir um novo e-mail.',
  CONVERSION_OFF: 'Os convidados não podem criar conta aqui. Peça uma às pessoas responsáveis por este site.',
  ACCOUNT_EXISTS: 'Já existe uma conta com este e-mail. Entre com ela.',
  NO_ACCOUNT: 'Ainda não há conta para este acesso. Crie primeiro uma, ou entre de outra forma.',
  NOT_A_GUEST: 'Já tem uma conta. Carregue esta página de novo para continuar.',
  NOT_A_MEMBER: 'Para isto é preciso ter conta.',
  CONFIRM_IDENTITY: 'Nada foi alterado. Confirme primeiro a sua identidade.',
  WRONG_PASSWORD: 'Essa palavra-passe não está certa. Nada foi alterado.',
  LAST_LOGIN:
    'Esta é a sua única forma de entrar. Crie primeiro uma palavra-passe, ou associe outro serviço.',
  PROVIDER_UNKNOWN: () => 'Esta forma de entrar não existe aqui. Escolha outra.',
  PROVIDER_DENIED: (provider) =>
    `A entrada com ${provider} foi recusada ou cancelada. Tente de novo, ou entre de outra forma.`,
  PROVIDER_FAILED: (provider) =>
    `A entrada com ${provider} não funcionou. Tente de novo daqui a pouco, ou entre de outra forma.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `A entrada com ${provider} não trouxe nenhum e-mail. Permita que seja partilhado, ou entre de outra forma.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `Já existe uma conta com este e-mail, mas não está associada à sua entrada com ${provider}. Entre como de costume. Depois pode associá-la na página da sua conta.`,
  PROVIDER_TAKEN: (provider) => `A sua entrada com ${provider} pertence aqui a outra conta. Use outra.`,
  FOREIGN_ORIGIN: 'Esta página foi aberta num endereço que o servidor não aceita.',
  NOT_FOUND: 'Esta página não existe.',
  KEY_GONE: 'As suas conversas já não podem ser abertas neste navegador.',
  CHAT_NOT_FOUND: 'Esta conversa não existe. Pode ter sido apagada.',
  MESSAGE_TOO_LONG: 'Esta mensagem é demasiado longa. Encurte-a e envie-a de novo.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'Esta mensagem é demasiado longa para o modelo. Encurte-a e envie-a de novo, ou comece uma conversa nova.',
  TOO_MANY_MESSAGES: 'Chegou ao limite de mensagens por agora. Pode voltar a escrever mais tarde.',
  TOO_MANY_CHATS: 'Chegou ao limite de conversas. Apague uma de que já não precise.',
  CHAT_FULL: 'Esta conversa está cheia. Comece uma nova para continuar.',
  STORAGE_SPENT:
    'As suas conversas chegaram ao limite de texto. Apague uma conversa de que já não precise e envie de novo a sua mensagem.',
  TOO_MANY_STREAMS:
    'Esta conversa está aberta em demasiados sítios. Feche alguns separadores ou janelas e tente de novo.',
  MODEL_CALLS_SPENT: 'O assistente chegou ao limite de respostas de hoje. Volte mais tarde.',
  MESSAGES_SPENT:
    'Usou por agora todas as mensagens do seu convite. Pode continuar a ler e a copiar as suas conversas.',
  BUDGET_SPENT:
    'As respostas deste convite esgotaram-se. Pode continuar a ler e a copiar as suas conversas. Para continuar, peça outro código à pessoa que lho deu.',
  TIME_OVER: 'O seu tempo acabou. O que escreveu foi apagado.',
  ROOM_FULL: 'Neste momento todos os lugares estão ocupados. Quando alguém sair, há um lugar para si.',
  CODES_STOPPED:
    'Neste momento todos os códigos de convite estão em pausa. Tente de novo mais tarde, ou pergunte à pessoa que lhe deu o código.',
  SECOND_FACTOR_REQUIRED:
    'Escreva o código que a sua aplicação de autenticação mostra, ou um código de recuperação.',
  SECOND_FACTOR_WRONG:
    'Este código não está certo. Escreva o que a sua aplicação mostra agora, ou um código de recuperação por usar.',
  REPLY_RUNNING: 'Ainda está a ser escrita uma resposta. Espere por ela, ou pare-a.',
  MODEL_FAILED: 'O assistente não conseguiu responder. A sua pergunta fica guardada.',
  MODEL_BUSY: 'O modelo tem demasiado que fazer neste momento. A sua pergunta fica guardada.',
  OVERLOADED: 'Está muita gente aqui neste momento. Tente de novo daqui a pouco.',
  DATABASE_AWAY: 'O servidor não consegue chegar à sua base de dados. Tente de novo daqui a pouco.',
  STORAGE_FULL:
    'O servidor ficou sem espaço. Avise as pessoas responsáveis por este site e tente mais tarde.',
  NOTHING_TO_RETRY: 'Não há nenhuma pergunta para responder de novo.',
  CHAT_MOVED_ON: 'Esta conversa continuou noutro separador. Carregue a página de novo.',
  MAIL_CODE_MISSING: 'Escreva primeiro o código do e-mail.',
  EMAIL_MISSING: 'Escreva primeiro o seu e-mail.',
  PASSWORD_MISSING: 'Escreva primeiro a sua palavra-passe.',
  CURRENT_PASSWORD_MISSING: 'Escreva primeiro a sua palavra-passe atual.',
  NEW_PASSWORD_MISSING: 'Escreva primeiro a sua nova palavra-passe.',
  OFFLINE: 'Não é possível chegar ao servidor. Verifique a sua ligação e tente de novo.',
  BROKEN: 'Algo correu mal no servidor. Tente de novo.',
};

export const cutShort: Messages['cutShort'] = {
  code: 'Falta uma parte deste código. Um código completo é como 7K3M-9QXA-2FV8B. Copie-o todo, ou pergunte à pessoa que lho deu.',
  link: 'Falta uma parte do código na sua ligação. Abra a ligação completa, ou pergunte à pessoa que lha deu.',
};

export const wrongKind: Messages['wrongKind'] = {
  login: 'Este é um código de registo. Serve para criar uma conta, não para conversar sem ela.',
  registration: 'Este é um código para convidados. Para criar uma conta, precisa de um código de registo.',
};
