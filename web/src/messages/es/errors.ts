import type { Messages } from '../texts.ts';

export const errors: Messages['errors'] = {
  INVITATION_CODE_REQUIRED: 'Escriba antes su código.',
  INVITATION_CODE_INVALID:
    'Este código no es válido. Revise cómo está escrito. Si está bien, es que está agotado o caducado: pida uno nuevo a la persona que se lo dio.',
  INVITATION_CODE_WRONG_KIND: 'Este código es para otra cosa.',
  LOGIN_CODES_DISABLED: 'Aquí no se usan códigos de invitación para invitados.',
  REGISTRATION_DISABLED: 'El registro está cerrado. Si tiene una cuenta, inicie sesión.',
  ALREADY_SIGNED_IN: 'Ya ha iniciado sesión.',
  NOT_SIGNED_IN: 'Su sesión ha terminado. Inicie sesión para continuar.',
  TOO_MANY_TRIES: 'Demasiados intentos desde su red. Espere un momento.',
  TOO_MANY_GUESTS: 'Ahora mismo está entrando mucha gente. Entrará en cuanto haya sitio.',
  INVALID_INPUT: 'Revise el formulario.',
  INVALID_EMAIL: 'Escriba un correo electrónico completo, como ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'El correo o la contraseña no son correctos.',
  PASSWORD_TOO_SHORT: 'Esta contraseña es demasiado corta. Use al menos 8 caracteres.',
  PASSWORD_TOO_LONG: 'Esta contraseña es demasiado larga. Use como máximo 128 caracteres.',
  PASSWORD_TOO_COMMON: 'Esta contraseña es de las más comunes. Elija otra.',
  ACCOUNT_BLOCKED: 'Esta cuenta está bloqueada. Pregunte a quienes le invitaron.',
  LAST_OPERATOR: 'Es el último administrador. Añada antes otro.',
  USER_ALREADY_EXISTS: 'Ya existe una cuenta con este correo.',
  EMAIL_NOT_VERIFIED:
    'Confirme antes su correo electrónico. Abra el enlace del mensaje que le hemos enviado.',
  MAIL_OFF: 'Aquí no está configurado el correo. Pida ayuda a las personas responsables de este sitio.',
  LINK_INVALID: 'Este enlace ya no es válido. Puede que ya se haya usado o que sea demasiado antiguo.',
  MAIL_CODE_INVALID:
    'Este código no es válido para este correo electrónico. Vale 15 minutos y cinco intentos. Puede pedir un correo nuevo.',
  CONVERSION_OFF:
    'Los invitados no pueden crear una cuenta aquí. Pida una a las personas responsables de este sitio.',
  ACCOUNT_EXISTS: 'Ya existe una cuenta con este correo. Inicie sesión con ella.',
  NO_ACCOUNT: 'Aún no hay una cuenta para este acceso. Cree antes una, o inicie sesión de otra forma.',
  NOT_A_GUEST: 'Ya tiene una cuenta. Vuelva a cargar esta página para continuar.',
  NOT_A_MEMBER: 'Para esto hace falta una cuenta.',
  CONFIRM_IDENTITY: 'No se ha cambiado nada. Confirme antes que es usted.',
  WRONG_PASSWORD: 'Esa contraseña no es correcta. No se ha cambiado nada.',
  LAST_LOGIN: 'Es su única forma de iniciar sesión. Cree antes una contraseña, o vincule otro servicio.',
  PROVIDER_UNKNOWN: () => 'Esta forma de iniciar sesión no se ofrece aquí. Elija otra.',
  PROVIDER_DENIED: (provider) =>
    `El acceso con ${provider} se rechazó o se canceló. Inténtelo de nuevo, o inicie sesión de otra forma.`,
  PROVIDER_FAILED: (provider) =>
    `El acceso con ${provider} no ha funcionado. Inténtelo de nuevo en un momento, o inicie sesión de otra forma.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `El acceso con ${provider} no ha dado ningún correo electrónico. Permita allí que se comparta, o inicie sesión de otra forma.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `Ya existe una cuenta con este correo, pero no está vinculada a su acceso con ${provider}. Inicie sesión como siempre. Después podrá vincularlo en la página de su cuenta.`,
  PROVIDER_TAKEN: (provider) => `Su acceso con ${provider} pertenece aquí a otra cuenta. Use otro.`,
  FOREIGN_ORIGIN: 'Esta página se abrió en una dirección que el servidor no acepta.',
  NOT_FOUND: 'Esta página no existe.',
  KEY_GONE: 'Sus chats ya no se pueden abrir en este navegador.',
  CHAT_NOT_FOUND: 'Este chat no existe. Puede que se haya eliminado.',
  MESSAGE_TOO_LONG: 'Este mensaje es demasiado largo. Acórtelo y envíelo de nuevo.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'Este mensaje es demasiado largo para el modelo. Acórtelo y envíelo de nuevo, o empiece un chat nuevo.',
  TOO_MANY_MESSAGES: 'Ha llegado al límite de mensajes por ahora. Podrá volver a escribir más tarde.',
  TOO_MANY_CHATS: 'Ha llegado al límite de chats. Elimine uno que ya no necesite.',
  CHAT_FULL: 'Este chat está lleno. Empiece uno nuevo para continuar.',
  STORAGE_SPENT:
    'Sus chats han llegado al límite de texto. Elimine un chat que ya no necesite y envíe su mensaje de nuevo.',
  TOO_MANY_STREAMS:
    'Este chat está abierto en demasiados sitios. Cierre algunas pestañas o ventanas e inténtelo de nuevo.',
  MODEL_CALLS_SPENT: 'El asistente ha llegado a su límite de respuestas por hoy. Vuelva más tarde.',
  MESSAGES_SPENT:
    'Ha usado por ahora todos los mensajes de su invitación. Puede seguir leyendo y copiando sus chats.',
  BUDGET_SPENT:
    'Se han agotado las respuestas de esta invitación. Puede seguir leyendo y copiando sus chats. Para continuar, pida otro código a la persona que se lo dio.',
  TIME_OVER: 'Su tiempo ha terminado. Lo que escribió se ha eliminado.',
  ROOM_FULL: 'Ahora mismo todas las plazas están ocupadas. Cuando alguien salga, habrá una para usted.',
  CODES_STOPPED:
    'Ahora mismo todos los códigos de invitación están en pausa. Inténtelo más tarde, o pregunte a la persona que le dio el código.',
  SECOND_FACTOR_REQUIRED:
    'Escriba el código que muestra su aplicación de autenticación, o un código de recuperación.',
  SECOND_FACTOR_WRONG:
    'Este código no es correcto. Escriba el que su aplicación muestra ahora, o un código de recuperación sin usar.',
  REPLY_RUNNING: 'Todavía se está escribiendo una respuesta. Espere a que acabe, o deténgala.',
  MODEL_FAILED: 'El asistente no pudo responder. Su pregunta se conserva.',
  MODEL_BUSY: 'El modelo tiene demasiado trabajo ahora mismo. Su pregunta se conserva.',
  OVERLOADED: 'Ahora mismo hay muchísima gente. Inténtelo de nuevo en un momento.',
  DATABASE_AWAY: 'El servidor no llega a su base de datos. Inténtelo de nuevo en un momento.',
  STORAGE_FULL:
    'El servidor se ha quedado sin espacio. Avise a las personas responsables de este sitio e inténtelo más tarde.',
  NOTHING_TO_RETRY: 'No hay ninguna pregunta que responder de nuevo.',
  CHAT_MOVED_ON: 'Este chat siguió en otra pestaña. Vuelva a cargar la página.',
  MAIL_CODE_MISSING: 'Escriba antes el código del correo.',
  EMAIL_MISSING: 'Escriba antes su correo electrónico.',
  PASSWORD_MISSING: 'Escriba antes su contraseña.',
  CURRENT_PASSWORD_MISSING: 'Escriba antes su contraseña actual.',
  NEW_PASSWORD_MISSING: 'Escriba antes su nueva contraseña.',
  OFFLINE: 'No se puede llegar al servidor. Revise su conexión e inténtelo de nuevo.',
  BROKEN: 'Algo ha fallado en el servidor. Inténtelo de nuevo.',
};

export const cutShort: Messages['cutShort'] = {
  code: 'Falta una parte de este código. Un código completo es como 7K3M-9QXA-2FV8B. Cópielo entero, o pregunte a la persona que se lo dio.',
  link: 'Falta una parte del código en su enlace. Abra el enlace completo, o pregunte a la persona que se lo dio.',
};

export const wrongKind: Messages['wrongKind'] = {
  login: 'Este es un código de registro. Sirve para crear una cuenta, no para chatear sin ella.',
  registration: 'Este es un código para invitados. Para crear una cuenta necesita un código de registro.',
};
