import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, { one: '1 mensaje', other: `${format.number(messages)} mensajes` });

export const chat: Messages['chat'] = {
  title: 'Chat',
  newChat: 'Nuevo chat',
  chats: 'Chats',
  thisChat: 'Este chat',
  skip: 'Ir a la conversación',
  close: 'Cerrar',
  with: (name) => `con ${name}`,
  guest: {
    label: 'Sobre esta visita',
    who: 'Está aquí como invitado.',
    loss: 'Sus chats se eliminan cuando cierra la sesión.',
    lossWithBrowser: 'Pierde sus chats cuando cierra la sesión o el navegador.',
    byShift: 'Pulsar tres veces la tecla Mayús también los elimina y muestra otro sitio.',
  },
  accountReady: 'Su cuenta está lista y sus chats siguen con usted.',
  loggedIn: 'Ha iniciado sesión y sus chats siguen con usted.',
  welcome: '¿De qué le gustaría hablar?',
  beginnings: 'Puede empezar por',
  help: 'Ayuda',
  expect: {
    with: (name) => `Con ${name}, un asistente de IA.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} al día`;
      const until = endsAt !== null && `tiempo hasta: ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `Tiene ${parts.join(', ')}.`;
    },
    kept: 'Sus chats se conservan hasta que usted los elimine.',
    deleted: 'Lo que escriba se eliminará cuando cierre la sesión.',
    deletedAtEnd: 'Se elimina cuando acabe su tiempo o cuando cierre la sesión.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `No quedan mensajes para hoy. Podrá volver a escribir a partir de: ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'No quedan mensajes. Puede seguir leyendo y copiando sus chats.';
      const rest = format.plural(left, { one: 'Queda', other: 'Quedan' });
      return isToday ? `${rest} ${countOf(left)} para hoy.` : `${rest} ${countOf(left)}.`;
    },
    ends: (at) => `Su tiempo acaba a esta hora: ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Quedan menos de 5 minutos. Su tiempo acaba a esta hora: ${format.clock(at)}. Entonces se eliminará lo que ha escrito.`,
  },
  save: { button: 'Guardar mis chats', fileName: 'chats.md', replyFileName: 'respuesta.md' },
  shortcuts: {
    title: 'Atajos de teclado',
    button: 'Atajos',
    escape: 'Esc',
    letters: 'Usar atajos de una sola letra',
    names: {
      newChat: 'Nuevo chat',
      search: 'Buscar en los chats',
      write: 'Escribir un mensaje',
      copy: 'Copiar la última respuesta',
      stop: 'Detener la respuesta',
      list: 'Esta lista',
    },
  },
  roomFull: {
    title: 'Todas las plazas están ocupadas',
    text: 'Estuvo ausente un rato y otra persona tiene su plaza. Volverá a entrar en cuanto quede una libre. Mantenga esta página abierta.',
    kept: 'Sus chats se conservan.',
  },
  list: {
    empty: 'Aún no hay chats.',
    guest: 'Invitado',
    account: 'Cuenta',
    options: (title) => `Opciones de ${title}`,
    rename: 'Cambiar el nombre',
    remove: 'Eliminar',
    renameTitle: 'Cambiar el nombre de este chat',
    renameLabel: 'Título',
    save: 'Guardar',
    removed: (title) => `«${title}» se ha eliminado.`,
    today: 'Hoy',
    yesterday: 'Ayer',
    earlier: 'Antes',
    earlierChats: 'Chats anteriores',
    erased: 'Se borra al cerrar la sesión',
    search: 'Buscar en los chats',
    searching: 'Buscando…',
    found: (count) =>
      count === 0
        ? 'No se ha encontrado nada'
        : format.plural(count, { one: '1 resultado', other: `${format.number(count)} resultados` }),
  },
  link: {
    text: 'Ya ha iniciado sesión. El código de su enlace no se ha usado. Para usarlo, cierre antes la sesión.',
    orCreateWith: (link) => [
      'O cree una cuenta con él: así conservará sus chats. ',
      link('Crear una cuenta con el código'),
    ],
    orCreateWithout: (link) => [
      'O cree una cuenta sin él: así conservará sus chats. ',
      link('Crear una cuenta sin el código'),
    ],
    logOutFirst: 'Cerrar antes la sesión',
    dismiss: 'Ocultar',
    separator: ' · ',
  },
  keyGone: {
    title: 'Sus chats ya no se pueden abrir',
    why: 'Solo este navegador podía abrirlos, con una cookie que ya no está. Puede que se haya borrado o bloqueado. Nadie más puede leerlos tampoco.',
    what: 'Sigue aquí como invitado. Puede empezar de nuevo: los chats anteriores se eliminarán para siempre.',
    button: 'Empezar de nuevo',
  },
  thread: {
    you: 'Usted',
    assistant: 'Asistente',
    writing: 'Escribiendo…',
    thinking: 'Pensando…',
    thoughts: 'Reflexiones',
    silent: 'El modelo está ocupado o aún se está cargando. Puede tardar unos minutos.',
    leftOut:
      'Esta conversación es más larga de lo que el modelo puede leer. Ya no ve algunos de los mensajes anteriores.',
    continue: 'Continuar',
    isWriting: 'El asistente está escribiendo.',
    hasFinished: 'El asistente ha terminado.',
    stopped: 'Detenido antes del final.',
    interrupted: 'Interrumpido antes del final.',
    failed: 'El asistente no pudo terminar.',
    endings: {
      length: 'La respuesta llegó a la longitud máxima que el modelo puede escribir.',
      filter: 'Un filtro del modelo terminó esta respuesta.',
      refusal: 'El modelo no quiso responder a esto.',
      tools: 'El modelo intentó usar una herramienta que aquí no tiene.',
      thinking: 'El modelo gastó toda su longitud en pensar y no escribió ninguna respuesta.',
    },
    unanswered: 'Esta pregunta no tiene respuesta.',
    code: 'Código',
    table: 'Tabla',
    saveReply: 'Guardar como Markdown',
    print: 'Imprimir',
    toEnd: 'Ir al final',
    earlier: 'Mensajes anteriores',
    picture: 'Imagen',
    startNewChat: 'Empezar un chat nuevo',
  },
  composer: {
    label: 'Mensaje',
    placeholder: 'Escriba un mensaje',
    send: 'Enviar',
    stop: 'Detener',
    length: (count, limit) =>
      format.plural(limit, {
        one: `${format.number(count)} de ${format.number(limit)} carácter`,
        other: `${format.number(count)} de ${format.number(limit)} caracteres`,
      }),
    offline: 'No tiene conexión. Lo que escriba se queda aquí mientras esta página esté abierta.',
    demo: 'Asistente de demostración, todavía sin IA de verdad.',
    canBeWrong: (name) => `${name ?? 'El asistente'} puede equivocarse.`,
  },
};
