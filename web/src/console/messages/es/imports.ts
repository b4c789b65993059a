import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, {
    one: 'una fila',
    many: `${format.number(count)} de filas`,
    other: `${format.number(count)} filas`,
  });

export const imports: ConsoleTexts['imports'] = {
  title: 'Importar códigos',
  text: 'Un archivo con códigos, en CSV, JSON o JSON Lines. Verá lo que cambiaría antes de que se guarde nada.',
  drop: 'Suelte un archivo aquí, o',
  choose: 'Elija un archivo',
  dropLabel: 'Archivo con códigos',
  resetUsage: 'Tomar del archivo las plazas que quedan',
  resetUsageHint: 'Si no, las plazas ya usadas siguen usadas.',
  uploading: 'Enviando el archivo…',
  earlier: 'Importaciones',
  states: {
    uploading: 'Enviando',
    reading: 'Leyendo',
    planned: 'Lista para importar',
    writing: 'Guardando',
    written: 'Importada',
    failed: 'Fallida',
  },
  progress: {
    reading: (rows) => `Leyendo: ${rowsOf(rows)} hasta ahora.`,
    comparing: (rows) => `Comparando con los códigos que ya existen: ${rowsOf(rows)} hasta ahora.`,
    writing: (rows) => `Guardando: ${rowsOf(rows)} hasta ahora.`,
    closeTab: 'Puede cerrar esta página. La importación continúa.',
    label: 'Progreso',
  },
  totals: {
    new: 'Nuevas',
    changed: 'Cambiadas',
    unchanged: 'Sin cambios',
    refused: 'Rechazadas',
    rows: 'Filas',
  },
  plan: 'Lo que cambiaría el archivo',
  planDone: 'Lo que ha cambiado el archivo',
  outcomes: { all: 'Todas las filas', new: 'Nueva', changed: 'Cambiada', refused: 'Rechazada' },
  outcome: 'Resultado',
  find: 'Buscar en la vista previa',
  columns: { row: 'Fila', outcome: 'Resultado', code: 'Código', what: 'Qué' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  nothing: 'nada',
  refused: (count) =>
    format.plural(count, {
      one: 'Se ha rechazado una fila. Corríjala en el archivo y vuelva a elegirlo, o importe las demás.',
      other: `Se han rechazado ${rowsOf(count)}. Corríjalas en el archivo y vuelva a elegirlo, o importe las demás.`,
    }),
  nothingToWrite: 'El archivo no cambia nada.',
  button: (count) => `Importar ${rowsOf(count)}`,
  buttonSkipping: (count) =>
    format.plural(count, {
      one: 'Importar la otra fila',
      many: `Importar el otro ${rowsOf(count)}`,
      other: `Importar las otras ${rowsOf(count)}`,
    }),
  written: (count) =>
    format.plural(count, { one: 'Se ha importado una fila.', other: `Se han importado ${rowsOf(count)}.` }),
  stop: 'Detener la importación',
  stopText: 'Las filas ya guardadas se quedan. Con el mismo archivo puede completarla más tarde.',
  another: 'Importar otro archivo',
  toCodes: 'Abrir los códigos',
  failed: (why) => `La importación ha fallado: ${why}`,
};
