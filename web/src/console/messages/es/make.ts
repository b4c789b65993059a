import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'un código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });
const begun = (count: number) => format.plural(count, { one: 'Un código', other: codesOf(count) });
const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'una persona',
    many: `${format.number(count)} de personas`,
    other: `${format.number(count)} personas`,
  });

export const make: ConsoleTexts['make'] = {
  title: 'Crear códigos',
  text: 'Un código en cada tarjeta, listo para imprimir y repartir.',
  kind: 'Qué abre el código',
  login: { title: 'Un chat de invitado', text: 'Sin cuenta. Se elimina al cerrar la sesión.' },
  registration: { title: 'Una cuenta', text: 'Los chats se conservan. Una por persona.' },
  count: 'Cuántos códigos',
  allowed: 'Personas por código',
  validFrom: 'Válido desde',
  validUntil: 'Válido hasta',
  label: 'Etiqueta',
  labelHint: 'Solo para usted: para encontrar estos códigos más tarde.',
  note: 'Su texto en la tarjeta',
  letters: (count, max) => `${format.number(count)} de ${format.number(max)} caracteres`,
  more: 'Más condiciones',
  assistant: 'Asistente',
  defaultAssistant: 'El asistente predeterminado',
  language: 'Idioma',
  anyLanguage: 'El idioma del navegador de cada persona',
  messagesPerPerson: 'Mensajes por persona',
  messagesPerDay: 'Mensajes al día por persona',
  minutes: 'Minutos por invitado',
  minutesHint: 'Cuando acaban, el chat termina y se elimina.',
  atOnce: 'Invitados a la vez',
  atOnceHint: 'El siguiente espera hasta que alguien salga.',
  budget: 'Tokens para todos juntos',
  noLimit: 'Vacío: sin límite.',
  ownCode: 'Texto del código',
  ownCodeHint: 'Vacío: Foyer crea uno que nadie puede adivinar.',
  short: 'Códigos cortos, para copiar de una pantalla',
  shortHint: 'Seis caracteres, como K7M-4PQ. Valen como máximo 24 horas y para 500 personas.',
  hours: 'Cuántas horas vale',
  sum: (codes, people, bold) => [
    format.plural(codes, {
      one: 'Un código deja entrar como máximo a ',
      other: `${codesOf(codes)} dejan entrar como máximo a `,
    }),
    bold(peopleOf(people)),
    '.',
  ],
  button: (count) => `Crear ${codesOf(count)}`,
  preview: {
    label: 'Vista previa de la tarjeta',
    qr: 'Código QR del enlace',
    text: (sheets) =>
      `85 × 54 mm, diez en cada hoja A4: ${format.plural(sheets, { one: 'una hoja', other: `${format.number(sheets)} hojas` })}. El código que se ve es un ejemplo.`,
    private:
      'Esta dirección solo funciona en este ordenador. Configure PUBLIC_URL antes de imprimir; si no, nadie podrá usar las tarjetas.',
  },
  problems: {
    count: (max) => `Escriba un número del 1 al ${format.number(max)}.`,
    number: 'Escriba un número entero, al menos 1.',
    day: 'Escriba un día.',
    order: 'Este día es anterior al primero.',
    ended: 'Este día ya ha pasado.',
    hours: 'Escriba un número del 1 al 24.',
    note: (max) => `En la tarjeta caben como máximo ${format.number(max)} caracteres.`,
    one: 'Solo un código puede tener este texto. Cree un solo código, o deje el campo vacío.',
  },
  done: {
    title: (count) => `${begun(count)} ${format.plural(count, { one: 'listo', other: 'listos' })}`,
    print: 'Imprimir tarjetas',
    copy: (count) => format.plural(count, { one: 'Copiar el enlace', other: 'Copiar todos los enlaces' }),
    copied: 'Copiado',
    csv: 'Descargar CSV',
    room: 'Mostrar en la sala',
    again: 'Crear más',
    batch: 'Ver quién entra',
    more: (count) => `y ${format.number(count)} más`,
    printed: 'El PDF está en sus descargas. Imprímalo al 100\u00a0% y recorte de marca a marca.',
  },
};
