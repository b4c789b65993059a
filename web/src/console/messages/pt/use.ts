import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Utilização',
  text: 'O que os códigos trouxeram, contado sem as pessoas. Os números de 1 a 4 são mostrados como “<5”.',
  from: 'De',
  until: 'Até',
  by: 'Por',
  byDay: 'Dia',
  byLabel: 'Etiqueta',
  byBatch: 'Lote',
  byAssistant: 'Assistente',
  onlyBatch: 'Só os códigos de um lote.',
  show: 'Mostrar',
  entries: 'Entradas',
  conversions: 'Tornaram-se membros',
  registrations: 'Contas criadas',
  messages: 'Mensagens',
  tokens: 'Tokens',
  total: 'Ao todo',
  noName: 'Sem indicação',
  perDay: {
    entries: 'Entradas por dia',
    conversions: 'Novos membros por dia',
    registrations: 'Contas novas por dia',
    messages: 'Mensagens por dia',
    tokens: 'Tokens por dia',
  },
  nothing: 'Não aconteceu nada neste período.',
  few: '<5',
  number: (value) => format.number(value),
};
