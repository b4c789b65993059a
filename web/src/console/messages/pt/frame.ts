import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Administração',
    codes: 'Códigos',
    batches: 'Lotes',
    people: 'Pessoas',
    use: 'Utilização',
    settings: 'Definições',
    audit: 'Atividade',
  },
  toChat: 'Ir para a conversa',
  notOperator: {
    title: 'Esta página é para a administração',
    text: (email) =>
      `Está a usar a conta ${email}, que não tem acesso à administração. Peça-o às pessoas responsáveis por este site.`,
  },
  states: {
    open: 'Aberto',
    notYet: 'Ainda não',
    usedUp: 'Esgotado',
    ended: 'Terminado',
    revoked: 'Anulado',
  },
  kinds: { login: 'Convidado', registration: 'Conta' },
  firstPage: 'Primeira página',
  nextPage: 'Página seguinte',
  nothingFound: 'Sem resultados.',
  clearFilters: 'Limpar os filtros',
  moreFilters: 'Mais filtros',
  fewerFilters: 'Menos filtros',
  more: 'Mais',
  save: 'Guardar',
  never: 'Nunca',
  downloadCsv: 'Descarregar CSV',
  confirm: {
    title: 'Confirme a sua identidade',
    text: 'Entrou já há algum tempo. Escreva a sua palavra-passe para continuar.',
    textWithCode: 'Escreva a sua palavra-passe e o código que a sua aplicação mostra.',
    code: 'Código da sua aplicação, ou um código de recuperação',
    button: 'Continuar',
    passwordMissing: 'Escreva a sua palavra-passe.',
  },
  warnings: {
    label: 'Avisos',
    codesStopped: 'Todos os códigos estão em pausa. Ninguém pode entrar com um código até os retomar.',
    toSettings: 'Abrir as definições',
    toCode: 'Abrir o código',
    codeLow: (label, left) =>
      format.plural(left, {
        one: `${label}: resta um lugar.`,
        other: `${label}: restam ${format.number(left)} lugares.`,
      }),
    codeEnds: (label, when) => `${label} termina em ${when}.`,
    aCode: 'Um código',
    aBatch: 'Um lote',
    toBatch: 'Abrir o lote',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label} termina em ${when}, e há um código por usar.`,
        many: `${label} termina em ${when}, e há ${format.number(codes)} de códigos por usar.`,
        other: `${label} termina em ${when}, e há ${format.number(codes)} códigos por usar.`,
      }),
    defaultLogin:
      'O código predefinido para convidados não deixa entrar ninguém agora. “Continuar como convidado” está fechado.',
    defaultRegistration: 'O código de registo predefinido não deixa entrar ninguém agora.',
    refusedTries: (count, minutes) =>
      `Nos últimos ${format.number(minutes)} minutos ${format.plural(count, { one: 'foi tentado um código errado', other: `foram tentados ${format.number(count)} códigos errados` })}. Talvez alguém esteja a tentar adivinhar.`,
    ignoredSetting: (name) => `O valor guardado de ${name} não é válido e não é tido em conta.`,
    more: (count) =>
      format.plural(count, { one: 'Mais um aviso', other: `Mais ${format.number(count)} avisos` }),
  },
  chart: {
    asTable: 'Ver como tabela',
    asChart: 'Ver como gráfico',
    day: 'Dia',
    summary: (title, first, last, total, lastValue) =>
      `${title}, de ${first} a ${last}: ${format.number(total)} ao todo, ${format.number(lastValue)} no último dia`,
    today: (value) => `${format.number(value)} hoje`,
    on: (value, day) => `${format.number(value)} em ${day}`,
  },
};
