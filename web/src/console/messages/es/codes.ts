import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'un código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });
const begun = (count: number) => format.plural(count, { one: 'Un código', other: codesOf(count) });
const cardsOf = (count: number) =>
  format.plural(count, { one: 'una tarjeta', other: `${format.number(count)} tarjetas` });

export const codes: ConsoleTexts['codes'] = {
  title: 'Códigos',
  sums: (codes, open, remaining) =>
    `${begun(codes)}. Abiertos: ${format.number(open)}. Plazas libres: ${format.number(remaining)}.`,
  make: 'Crear códigos',
  import: 'Importar',
  empty: {
    title: 'Todavía no hay códigos',
    text: 'Cree sus primeros códigos, imprímalos en tarjetas y repártalas.',
  },
  find: 'Buscar un código, un lote o una etiqueta',
  findHint: 'Un código completo o una etiqueta completa.',
  filters: {
    state: 'Estado',
    everyState: 'Todos los estados',
    kind: 'Tipo',
    everyKind: 'Los dos tipos',
    batch: 'Lote',
    everyBatch: 'Todos los lotes',
    everyLabel: 'Todas las etiquetas',
    label: 'Etiqueta',
    assistant: 'Asistente',
    everyAssistant: 'Todos los asistentes',
    createdFrom: 'Creado desde',
    createdUntil: 'Creado hasta',
    endsFrom: 'Caduca desde',
    endsUntil: 'Caduca hasta',
    sort: 'Orden',
    newest: 'Más nuevos primero',
    oldest: 'Más antiguos primero',
    endsFirst: 'Los que antes caducan',
    endsLast: 'Los que más tarde caducan',
  },
  columns: {
    code: 'Código',
    state: 'Estado',
    opens: 'Tipo y etiqueta',
    used: 'Usado',
    until: 'Válido hasta',
    lastUsed: 'Último uso',
  },
  used: (used, allowed) => `${format.number(used)} de ${format.number(allowed)}`,
  from: (day) => `desde el ${day}`,
  notTold: 'No se anota',
  hiddenCode: 'Código oculto',
  hidden: 'Los códigos están ocultos, porque inició sesión hace un rato.',
  showCodes: 'Mostrar los códigos',
  choose: (code) => `Seleccionar ${code}`,
  chooseAll: 'Seleccionar todos los de esta página',
  chosen: (count) =>
    `${begun(count)} ${format.plural(count, { one: 'seleccionado', other: 'seleccionados' })}`,
  chooseMatching: (count) => `Seleccionar los ${format.number(count)}`,
  chosenRegion: 'Códigos seleccionados',
  unchoose: 'Quitar la selección',
  acts: {
    print: 'Imprimir tarjetas',
    export: 'Exportar',
    revoke: 'Anular',
    restore: 'Reactivar',
    extend: 'Prolongar',
    relabel: 'Cambiar la etiqueta',
  },
  counting: 'Contando…',
  revoke: {
    title: (count) => `¿Anular ${codesOf(count)}?`,
    text: 'Nadie podrá entrar ya con estos códigos. Quienes están dentro se quedan.',
    button: (count) => `Anular ${codesOf(count)}`,
    done: (count) => `${begun(count)} ${format.plural(count, { one: 'anulado', other: 'anulados' })}.`,
    undone: (count) =>
      `${begun(count)} ${format.plural(count, { one: 'reactivado', other: 'reactivados' })}.`,
  },
  restore: {
    title: (count) => `¿Reactivar ${codesOf(count)}?`,
    text: 'Vuelven a dejar entrar, si les quedan plazas y no han caducado.',
    button: (count) => `Reactivar ${codesOf(count)}`,
  },
  extend: {
    title: (count) => `¿Prolongar ${codesOf(count)}?`,
    field: 'Válido hasta',
    hint: 'Hasta el final de ese día.',
    button: (count) => `Prolongar ${codesOf(count)}`,
    done: (count, until) =>
      `${begun(count)} ${format.plural(count, { one: 'vale', other: 'valen' })} hasta el ${until}.`,
  },
  relabel: {
    title: (count) => `Etiqueta de ${codesOf(count)}`,
    field: 'Etiqueta',
    hint: 'Vacío: sin etiqueta.',
    button: (count) => `Cambiar ${codesOf(count)}`,
    done: (count) => `${begun(count)} ${format.plural(count, { one: 'cambiado', other: 'cambiados' })}.`,
  },
  print: {
    title: (count) => `Imprimir ${cardsOf(count)}`,
    paper: 'Papel',
    sheets: 'Hojas para recortar',
    sheetsHint: (sheets) =>
      `Diez tarjetas en cada página A4: ${format.plural(sheets, { one: 'una página', other: `${format.number(sheets)} páginas` })}.`,
    single: 'Una tarjeta grande en cada página',
    singleHint: 'Para colgar en la pared.',
    button: 'Descargar el PDF',
    done: 'El PDF está en sus descargas. Imprímalo al 100\u00a0%.',
    tooMany: (max) => `Se pueden imprimir como máximo ${cardsOf(max)} a la vez. Seleccione menos códigos.`,
  },
  export: {
    title: (count) => `Exportar ${codesOf(count)}`,
    format: 'Archivo',
    text: 'El archivo contiene los códigos sin cifrar. Guárdelo en un lugar seguro.',
    csv: 'CSV, para una hoja de cálculo',
    jsonl: 'JSON Lines, para programas',
    button: 'Descargar',
    done: 'El archivo está en sus descargas.',
  },
  nothingToDo: 'Esto no cambiaría ninguno de los códigos seleccionados.',
};
