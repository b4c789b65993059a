import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, { one: '1 mensagem', other: `${format.number(messages)} mensagens` });

export const chat: Messages['chat'] = {
  title: 'Conversa',
  newChat: 'Nova conversa',
  chats: 'Conversas',
  thisChat: 'Esta conversa',
  skip: 'Ir para a conversa',
  close: 'Fechar',
  with: (name) => `com ${name}`,
  guest: {
    label: 'Sobre esta visita',
    who: 'Está aqui como convidado.',
    loss: 'As suas conversas são apagadas quando sair.',
    lossWithBrowser: 'Perde as suas conversas quando sair ou fechar o navegador.',
    byShift: 'Carregar três vezes na tecla Shift também as apaga e mostra outro site.',
  },
  accountReady: 'A sua conta está pronta, e as suas conversas vieram consigo.',
  loggedIn: 'Entrou na sua conta, e as suas conversas vieram consigo.',
  welcome: 'Sobre o que gostaria de falar?',
  beginnings: 'Pode começar por',
  help: 'Ajuda',
  expect: {
    with: (name) => `Com ${name}, um assistente de IA.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} por dia`;
      const until = endsAt !== null && `tempo até às ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `Tem ${parts.join(', ')}.`;
    },
    kept: 'As suas conversas ficam até as apagar.',
    deleted: 'O que escrever é apagado quando sair.',
    deletedAtEnd: 'É apagado quando o seu tempo acabar ou quando sair.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `Não restam mensagens para hoje. Pode voltar a escrever a partir de: ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'Não restam mensagens. Pode continuar a ler e a copiar as suas conversas.';
      const rest = format.plural(left, { one: 'Resta', other: 'Restam' });
      return isToday ? `${rest} ${countOf(left)} para hoje.` : `${rest} ${countOf(left)}.`;
    },
    ends: (at) => `O seu tempo acaba às ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Restam menos de 5 minutos. O seu tempo acaba às ${format.clock(at)}, e o que escreveu é apagado.`,
  },
  save: { button: 'Guardar as minhas conversas', fileName: 'conversas.md', replyFileName: 'resposta.md' },
  shortcuts: {
    title: 'Atalhos de teclado',
    button: 'Atalhos',
    escape: 'Esc',
    letters: 'Usar atalhos de uma só letra',
    names: {
      newChat: 'Nova conversa',
      search: 'Procurar nas conversas',
      write: 'Escrever uma mensagem',
      copy: 'Copiar a última resposta',
      stop: 'Parar a resposta',
      list: 'Esta lista',
    },
  },
  roomFull: {
    title: 'Todos os lugares estão ocupados',
    text: 'Esteve ausente algum tempo, e outra pessoa tem o seu lugar. Volta a entrar assim que houver um livre. Deixe esta página aberta.',
    kept: 'As suas conversas continuam guardadas.',
  },
  list: {
    empty: 'Ainda não há conversas.',
    guest: 'Convidado',
    account: 'Conta',
    options: (title) => `Opções de ${title}`,
    rename: 'Mudar o nome',
    remove: 'Apagar',
    renameTitle: 'Mudar o nome desta conversa',
    renameLabel: 'Título',
    save: 'Guardar',
    removed: (title) => `“${title}” foi apagada.`,
    today: 'Hoje',
    yesterday: 'Ontem',
    earlier: 'Antes',
    earlierChats: 'Conversas anteriores',
    erased: 'Apagado ao sair',
    search: 'Procurar nas conversas',
    searching: 'A procurar…',
    found: (count) =>
      count === 0
        ? 'Nada encontrado'
        : format.plural(count, { one: '1 resultado', other: `${format.number(count)} resultados` }),
  },
  link: {
    text: 'Já tem sessão iniciada. O código da sua ligação não foi usado. Para o usar, saia primeiro.',
    orCreateWith: (link) => [
      'Ou crie uma conta com ele: assim mantém as suas conversas. ',
      link('Criar conta com o código'),
    ],
    orCreateWithout: (link) => [
      'Ou crie uma conta sem ele: assim mantém as suas conversas. ',
      link('Criar conta sem o código'),
    ],
    logOutFirst: 'Sair primeiro',
    dismiss: 'Ocultar',
    separator: ' · ',
  },
  keyGone: {
    title: 'As suas conversas já não podem ser abertas',
    why: 'Só este navegador as podia abrir, com um cookie que já não existe. Pode ter sido apagado ou bloqueado. Mais ninguém as pode ler.',
    what: 'Continua aqui como convidado. Pode recomeçar: as conversas antigas são apagadas para sempre.',
    button: 'Recomeçar',
  },
  thread: {
    you: 'Você',
    assistant: 'Assistente',
    writing: 'A escrever…',
    thinking: 'A pensar…',
    thoughts: 'Reflexões',
    silent: 'O modelo está ocupado ou ainda a carregar. Pode demorar alguns minutos.',
    leftOut:
      'Esta conversa é mais longa do que o modelo consegue ler. Já não vê algumas das primeiras mensagens.',
    continue: 'Continuar',
    isWriting: 'O assistente está a escrever.',
    hasFinished: 'O assistente terminou.',
    stopped: 'Parado antes do fim.',
    interrupted: 'Interrompido antes do fim.',
    failed: 'O assistente não conseguiu terminar.',
    endings: {
      length: 'A resposta chegou ao comprimento máximo que o modelo pode escrever.',
      filter: 'Um filtro do modelo terminou esta resposta.',
      refusal: 'O modelo recusou responder a isto.',
      tools: 'O modelo tentou usar uma ferramenta que não tem aqui.',
      thinking: 'O modelo gastou todo o comprimento a pensar e não escreveu uma resposta.',
    },
    unanswered: 'Esta pergunta não tem resposta.',
    code: 'Código',
    table: 'Tabela',
    saveReply: 'Guardar como Markdown',
    print: 'Imprimir',
    toEnd: 'Ir para o fim',
    earlier: 'Mensagens anteriores',
    picture: 'Imagem',
    startNewChat: 'Começar uma conversa nova',
  },
  composer: {
    label: 'Mensagem',
    placeholder: 'Escreva uma mensagem',
    send: 'Enviar',
    stop: 'Parar',
    length: (count, limit) =>
      format.plural(limit, {
        one: `${format.number(count)} de ${format.number(limit)} carácter`,
        other: `${format.number(count)} de ${format.number(limit)} caracteres`,
      }),
    offline: 'Está sem ligação à internet. O que escrever fica aqui enquanto esta página estiver aberta.',
    demo: 'Assistente de demonstração, ainda sem IA verdadeira.',
    canBeWrong: (name) => `${name ?? 'O assistente'} pode enganar-se.`,
  },
};
