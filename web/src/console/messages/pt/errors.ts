import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Este token já não é válido.',
  NOT_AN_OPERATOR: 'A sua conta já não tem acesso à administração.',
  SCOPE_MISSING: 'Não tem permissão para fazer isto.',
  SIGN_IN_AGAIN: 'Entrou já há algum tempo. Escreva a sua palavra-passe para continuar.',
  LINK_USED: 'Esta ligação já foi usada.',
  SETTING_LOCKED: 'Isto é fixado no ambiente do servidor e não pode ser alterado aqui.',
  CHANGED_MEANWHILE:
    'Entretanto, outra pessoa alterou isto. Carregue de novo e faça outra vez a sua alteração.',
  SECOND_FACTOR_ON: 'Já há um segundo fator configurado.',
  SECOND_FACTOR_OFF: 'Não há nenhum segundo fator configurado.',
  CODE_NOT_FOUND: 'Este código já não existe.',
  CODE_EXISTS: 'Já existe um código com este texto.',
  CHANGE_REFUSED: 'Um dos códigos não admite esta alteração, por isso nada foi alterado.',
  BATCH_NOT_FOUND: 'Este lote não existe.',
  IMPORT_NOT_FOUND: 'Esta importação já não existe.',
  IMPORT_RUNNING: 'Está a decorrer outra importação. Espere que termine.',
  PERSON_NOT_FOUND: 'Esta pessoa já não está aqui.',
  invalidInput: (detail) => `Isto não foi aceite: ${detail}.`,
};
