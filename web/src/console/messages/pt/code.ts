import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'uma pessoa',
    many: `${format.number(count)} de pessoas`,
    other: `${format.number(count)} pessoas`,
  });
const messagesOf = (count: number) =>
  format.plural(count, {
    one: 'uma mensagem',
    many: `${format.number(count)} de mensagens`,
    other: `${format.number(count)} mensagens`,
  });
const placesOf = (count: number) =>
  format.plural(count, {
    one: 'um lugar',
    many: `${format.number(count)} de lugares`,
    other: `${format.number(count)} lugares`,
  });
const tokensOf = (count: number) =>
  format.plural(count, {
    one: 'um token',
    many: `${format.number(count)} de tokens`,
    other: `${format.number(count)} tokens`,
  });

export const code: ConsoleTexts['code'] = {
  title: (start) => `Código ${start}`,
  back: 'Todos os códigos',
  terms: {
    guests: (allowed, from, until, bold) => [
      'Permite a ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' conversar como convidado, de ',
        other: ' conversar como convidados, de ',
      }),
      bold(from),
      ' até ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'Permite a ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' criar uma conta, de ', other: ' criar uma conta cada, de ' }),
      bold(from),
      ' até ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['Não resta nenhum lugar. ']
        : [format.plural(remaining, { one: 'Resta ', other: 'Restam ' }), bold(placesOf(remaining)), '. '],
    assistant: (name) => `A conversa é com ${name}. `,
    messages: (count) => `Cada pessoa pode enviar ${messagesOf(count)} ao todo. `,
    messagesPerDay: (count) => `Cada pessoa pode enviar ${messagesOf(count)} por dia. `,
    minutes: (minutes) => `Tempo para cada convidado: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'Só pode estar presente uma pessoa de cada vez. ',
        other: `Podem estar presentes ao mesmo tempo, no máximo, ${peopleOf(count)}. `,
      }),
    budget: (tokens) => `Todas juntas podem usar ${tokensOf(tokens)}. `,
    guestsErased: 'O que um convidado escreve é apagado quando sair, ou após algum tempo sem mensagens.',
    accountsStay: 'As contas ficam até serem apagadas.',
  },
  facts: {
    batch: 'Lote',
    label: 'Etiqueta',
    made: 'Criado',
    madeBy: (when, by) => `${when}, por ${by}`,
    makers: {
      create: 'um comando',
      import: 'uma importação',
      operator: 'um administrador',
      token: 'um token',
    },
    revoked: 'Anulado',
    link: 'Ligação',
    entries: 'Entradas',
    entriesOf(entries, converted) {
      if (converted === 0) return format.number(entries);
      return `${format.number(entries)}; ${format.plural(converted, { one: 'uma pessoa tornou-se membro', other: `${peopleOf(converted)} tornaram-se membros` })}`;
    },
    peopleIn: 'Presentes agora',
    messages: 'Mensagens',
    tokens: 'Tokens',
    language: 'Língua',
  },
  usesADay: 'Utilizações por dia',
  whoCameIn: 'Quem entrou',
  entries: { when: 'Quando', as: 'Entrou como', became: 'Tornou-se', guest: 'Convidado', member: 'Membro' },
  entriesNote: 'O Foyer conta as entradas. Não regista quem entrou.',
  oneUse: 'Este código deixa entrar uma só pessoa. O que essa pessoa fez não se mostra aqui.',
  noEntries: 'Ainda ninguém entrou com este código.',
  history: 'Histórico',
  copyLink: 'Copiar a ligação',
  print: 'Imprimir um cartão',
  room: 'Mostrar na sala',
  roomLink: 'Ligação para uma pessoa sem conta',
  roomLinkHint: 'Só mostra o ecrã de sala, até o código terminar.',
  revoke: 'Anular este código',
  restore: 'Reativar este código',
  revokeQuestion: {
    title: 'Anular este código?',
    text: 'Ninguém mais pode entrar com este código. Quem já entrou fica.',
  },
  revoked: 'O código está anulado.',
  restored: 'O código volta a ser válido.',
  edit: {
    button: 'Alterar as condições',
    title: 'Alterar as condições',
    saved: 'As condições foram alteradas. Valem a partir de agora.',
    nothing: 'Nada foi alterado.',
    loadAgain: 'Carregar de novo',
    allowed(from, to, used) {
      if (to > from)
        return format.plural(to - from, {
          one: 'Pode entrar mais uma pessoa.',
          other: `Podem entrar mais ${peopleOf(to - from)}.`,
        });
      const left = Math.max(0, to - used);
      if (left === 0) return 'Não pode entrar mais ninguém.';
      return format.plural(left, {
        one: 'Ainda pode entrar uma pessoa.',
        other: `Ainda podem entrar ${peopleOf(left)}.`,
      });
    },
    until: (day) => `Pode-se entrar até ${day}. Quem já entrou fica.`,
    from: (day) => `Pode-se entrar a partir de ${day}.`,
    limits: 'Os novos limites valem a partir de agora, também para quem já entrou.',
    minutes: 'Os novos minutos valem para quem entrar a partir de agora.',
    assistant: 'As conversas novas começam com o novo assistente. As que já existem mantêm o seu.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'Já entrou uma pessoa. Essa pessoa fica, mas não pode entrar mais ninguém.',
        other: `Já entraram ${peopleOf(used)}. Essas pessoas ficam, mas não pode entrar mais ninguém.`,
      }),
  },
};
