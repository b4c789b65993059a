import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'una persona',
    many: `${format.number(count)} de personas`,
    other: `${format.number(count)} personas`,
  });
const messagesOf = (count: number) =>
  format.plural(count, {
    one: 'un mensaje',
    many: `${format.number(count)} de mensajes`,
    other: `${format.number(count)} mensajes`,
  });
const placesOf = (count: number) =>
  format.plural(count, {
    one: 'una plaza',
    many: `${format.number(count)} de plazas`,
    other: `${format.number(count)} plazas`,
  });
const tokensOf = (count: number) =>
  format.plural(count, {
    one: 'un token',
    many: `${format.number(count)} de tokens`,
    other: `${format.number(count)} tokens`,
  });

export const code: ConsoleTexts['code'] = {
  title: (start) => `Código ${start}`,
  back: 'Todos los códigos',
  terms: {
    guests: (allowed, from, until, bold) => [
      'Permite a ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' chatear como invitado, desde el ',
        other: ' chatear como invitados, desde el ',
      }),
      bold(from),
      ' hasta el ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'Permite a ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' crear una cuenta, desde el ',
        other: ' crear una cuenta cada una, desde el ',
      }),
      bold(from),
      ' hasta el ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['No queda ninguna plaza. ']
        : [format.plural(remaining, { one: 'Queda ', other: 'Quedan ' }), bold(placesOf(remaining)), '. '],
    assistant: (name) => `La conversación es con ${name}. `,
    messages: (count) => `Cada persona puede enviar ${messagesOf(count)} en total. `,
    messagesPerDay: (count) => `Cada persona puede enviar ${messagesOf(count)} al día. `,
    minutes: (minutes) => `Tiempo para cada invitado: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'Solo puede haber una persona dentro a la vez. ',
        other: `Puede haber como máximo ${peopleOf(count)} dentro a la vez. `,
      }),
    budget: (tokens) => `Entre todas pueden usar ${tokensOf(tokens)}. `,
    guestsErased:
      'Lo que escribe un invitado se elimina cuando cierra la sesión, o tras un tiempo sin mensajes.',
    accountsStay: 'Las cuentas se conservan hasta que se eliminen.',
  },
  facts: {
    batch: 'Lote',
    label: 'Etiqueta',
    made: 'Creado',
    madeBy: (when, by) => `${when}, por ${by}`,
    makers: {
      create: 'un comando',
      import: 'una importación',
      operator: 'un administrador',
      token: 'un token',
    },
    revoked: 'Anulado',
    link: 'Enlace',
    entries: 'Entradas',
    entriesOf(entries, converted) {
      if (converted === 0) return format.number(entries);
      return `${format.number(entries)}; ${format.plural(converted, { one: 'una persona se hizo miembro', other: `${peopleOf(converted)} se hicieron miembros` })}`;
    },
    peopleIn: 'Dentro ahora',
    messages: 'Mensajes',
    tokens: 'Tokens',
    language: 'Idioma',
  },
  usesADay: 'Usos al día',
  whoCameIn: 'Quién ha entrado',
  entries: { when: 'Cuándo', as: 'Entró como', became: 'Pasó a ser', guest: 'Invitado', member: 'Miembro' },
  entriesNote: 'Foyer cuenta las entradas. No anota quién entró.',
  oneUse: 'Este código deja entrar a una sola persona. Lo que esa persona hizo no se muestra aquí.',
  noEntries: 'Nadie ha entrado todavía con este código.',
  history: 'Historial',
  copyLink: 'Copiar el enlace',
  print: 'Imprimir una tarjeta',
  room: 'Mostrar en la sala',
  roomLink: 'Enlace para una persona sin cuenta',
  roomLinkHint: 'Solo muestra la pantalla de sala, hasta que el código caduque.',
  revoke: 'Anular este código',
  restore: 'Reactivar este código',
  revokeQuestion: {
    title: '¿Anular este código?',
    text: 'Nadie podrá entrar ya con este código. Quienes están dentro se quedan.',
  },
  revoked: 'El código está anulado.',
  restored: 'El código vuelve a ser válido.',
  edit: {
    button: 'Cambiar las condiciones',
    title: 'Cambiar las condiciones',
    saved: 'Las condiciones se han cambiado. Valen desde ahora mismo.',
    nothing: 'No se ha cambiado nada.',
    loadAgain: 'Volver a cargar',
    allowed(from, to, used) {
      if (to > from)
        return format.plural(to - from, {
          one: 'Puede entrar una persona más.',
          other: `Pueden entrar ${peopleOf(to - from)} más.`,
        });
      const left = Math.max(0, to - used);
      if (left === 0) return 'Ya no puede entrar nadie.';
      return format.plural(left, {
        one: 'Todavía puede entrar una persona.',
        other: `Todavía pueden entrar ${peopleOf(left)}.`,
      });
    },
    until: (day) => `Se puede entrar hasta el ${day}. Quienes están dentro se quedan.`,
    from: (day) => `Se puede entrar a partir del ${day}.`,
    limits: 'Los nuevos límites valen desde ahora mismo, también para quienes están dentro.',
    minutes: 'Los nuevos minutos valen para quienes entren a partir de ahora.',
    assistant: 'Los chats nuevos empiezan con el nuevo asistente. Los que ya existen conservan el suyo.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'Ya ha entrado una persona. Se queda, pero no puede entrar nadie más.',
        other: `Ya han entrado ${peopleOf(used)}. Se quedan, pero no puede entrar nadie más.`,
      }),
  },
};
