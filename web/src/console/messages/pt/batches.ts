import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'Um código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });

export const batches: ConsoleTexts['batches'] = {
  title: 'Lotes',
  text: 'O que foi criado ou importado em conjunto.',
  empty: 'Ainda não há lotes.',
  columns: { batch: 'Lote', codes: 'Códigos', made: 'Criado', by: 'Por' },
  unnamed: (when) => `Criado em ${when}`,
  codes: codesOf,
  back: 'Todos os lotes',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}; lugares usados: ${format.number(used)} de ${format.number(allowed)}.`,
  facts: {
    made: 'Criado',
    note: 'Texto nos cartões',
    entries: 'Entradas',
    converted: 'Tornaram-se membros',
    peopleIn: 'Presentes agora',
    messages: 'Mensagens',
    tokens: 'Tokens',
  },
  all: 'Todos os códigos deste lote',
  show: 'Ver os códigos',
  use: 'Ver a utilização',
};
