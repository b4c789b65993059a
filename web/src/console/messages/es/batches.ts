import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'Un código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });

export const batches: ConsoleTexts['batches'] = {
  title: 'Lotes',
  text: 'Lo que se creó o se importó junto.',
  empty: 'Todavía no hay lotes.',
  columns: { batch: 'Lote', codes: 'Códigos', made: 'Creado', by: 'Por' },
  unnamed: (when) => `Creado el ${when}`,
  codes: codesOf,
  back: 'Todos los lotes',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}; plazas usadas: ${format.number(used)} de ${format.number(allowed)}.`,
  facts: {
    made: 'Creado',
    note: 'Texto de las tarjetas',
    entries: 'Entradas',
    converted: 'Se hicieron miembros',
    peopleIn: 'Dentro ahora',
    messages: 'Mensajes',
    tokens: 'Tokens',
  },
  all: 'Todos los códigos de este lote',
  show: 'Ver sus códigos',
  use: 'Ver su uso',
};
