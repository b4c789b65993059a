import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Este token ya no es válido.',
  NOT_AN_OPERATOR: 'Su cuenta ya no tiene acceso a la administración.',
  SCOPE_MISSING: 'No tiene permiso para hacer esto.',
  SIGN_IN_AGAIN: 'Inició sesión hace un rato. Escriba su contraseña para continuar.',
  LINK_USED: 'Este enlace ya se ha usado.',
  SETTING_LOCKED: 'Esto se fija en el entorno del servidor y no se puede cambiar aquí.',
  CHANGED_MEANWHILE:
    'Otra persona lo ha cambiado mientras tanto. Vuelva a cargarlo y haga su cambio de nuevo.',
  SECOND_FACTOR_ON: 'Ya hay un segundo factor configurado.',
  SECOND_FACTOR_OFF: 'No hay ningún segundo factor configurado.',
  CODE_NOT_FOUND: 'Este código ya no existe.',
  CODE_EXISTS: 'Ya existe un código con este texto.',
  CHANGE_REFUSED: 'Uno de los códigos no admite este cambio, así que no se ha cambiado nada.',
  BATCH_NOT_FOUND: 'Este lote no existe.',
  IMPORT_NOT_FOUND: 'Esta importación ya no existe.',
  IMPORT_RUNNING: 'Hay otra importación en curso. Espere a que termine.',
  PERSON_NOT_FOUND: 'Esta persona ya no está aquí.',
  invalidInput: (detail) => `No se ha aceptado: ${detail}.`,
};
