import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Administración',
    codes: 'Códigos',
    batches: 'Lotes',
    people: 'Personas',
    use: 'Uso',
    settings: 'Ajustes',
    audit: 'Actividad',
  },
  toChat: 'Ir al chat',
  notOperator: {
    title: 'Esta página es para la administración',
    text: (email) =>
      `Está usando la cuenta ${email}, que no tiene acceso a la administración. Pídalo a las personas responsables de este sitio.`,
  },
  states: {
    open: 'Abierto',
    notYet: 'Aún no',
    usedUp: 'Agotado',
    ended: 'Caducado',
    revoked: 'Anulado',
  },
  kinds: { login: 'Invitado', registration: 'Cuenta' },
  firstPage: 'Primera página',
  nextPage: 'Página siguiente',
  nothingFound: 'No hay resultados.',
  clearFilters: 'Quitar los filtros',
  moreFilters: 'Más filtros',
  fewerFilters: 'Menos filtros',
  more: 'Más',
  save: 'Guardar',
  never: 'Nunca',
  downloadCsv: 'Descargar CSV',
  confirm: {
    title: 'Confirme que es usted',
    text: 'Inició sesión hace un rato. Escriba su contraseña para continuar.',
    textWithCode: 'Escriba su contraseña y el código que muestra su aplicación.',
    code: 'Código de su aplicación, o un código de recuperación',
    button: 'Continuar',
    passwordMissing: 'Escriba su contraseña.',
  },
  warnings: {
    label: 'Avisos',
    codesStopped: 'Todos los códigos están en pausa. Nadie puede entrar con un código hasta que los reanude.',
    toSettings: 'Abrir los ajustes',
    toCode: 'Abrir el código',
    codeLow: (label, left) =>
      format.plural(left, {
        one: `${label}: queda una plaza.`,
        other: `${label}: quedan ${format.number(left)} plazas.`,
      }),
    codeEnds: (label, when) => `${label} caduca el ${when}.`,
    aCode: 'Un código',
    aBatch: 'Un lote',
    toBatch: 'Abrir el lote',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label} caduca el ${when}, y queda un código sin usar.`,
        many: `${label} caduca el ${when}, y quedan ${format.number(codes)} de códigos sin usar.`,
        other: `${label} caduca el ${when}, y quedan ${format.number(codes)} códigos sin usar.`,
      }),
    defaultLogin:
      'El código predeterminado para invitados no deja entrar a nadie ahora. «Continuar como invitado» está cerrado.',
    defaultRegistration: 'El código de registro predeterminado no deja entrar a nadie ahora.',
    refusedTries: (count, minutes) =>
      `En los últimos ${format.number(minutes)} minutos ${format.plural(count, { one: 'se ha probado un código incorrecto', other: `se han probado ${format.number(count)} códigos incorrectos` })}. Puede que alguien intente adivinarlos.`,
    ignoredSetting: (name) => `El valor guardado de ${name} no es válido y no se tiene en cuenta.`,
    more: (count) =>
      format.plural(count, { one: 'Un aviso más', other: `${format.number(count)} avisos más` }),
  },
  chart: {
    asTable: 'Ver como tabla',
    asChart: 'Ver como gráfico',
    day: 'Día',
    summary: (title, first, last, total, lastValue) =>
      `${title}, del ${first} al ${last}: ${format.number(total)} en total, ${format.number(lastValue)} el último día`,
    today: (value) => `${format.number(value)} hoy`,
    on: (value, day) => `${format.number(value)} el ${day}`,
  },
};
