import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Uso',
  text: 'Lo que han aportado los códigos, contado sin las personas. Los números del 1 al 4 se muestran como «<5».',
  from: 'Desde',
  until: 'Hasta',
  by: 'Por',
  byDay: 'Día',
  byLabel: 'Etiqueta',
  byBatch: 'Lote',
  byAssistant: 'Asistente',
  onlyBatch: 'Solo los códigos de un lote.',
  show: 'Mostrar',
  entries: 'Entradas',
  conversions: 'Se hicieron miembros',
  registrations: 'Cuentas creadas',
  messages: 'Mensajes',
  tokens: 'Tokens',
  total: 'En total',
  noName: 'Sin datos',
  perDay: {
    entries: 'Entradas al día',
    conversions: 'Nuevos miembros al día',
    registrations: 'Cuentas nuevas al día',
    messages: 'Mensajes al día',
    tokens: 'Tokens al día',
  },
  nothing: 'No ha pasado nada en este tiempo.',
  few: '<5',
  number: (value) => format.number(value),
};
