import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, {
    one: 'uma linha',
    many: `${format.number(count)} de linhas`,
    other: `${format.number(count)} linhas`,
  });

export const imports: ConsoleTexts['imports'] = {
  title: 'Importar códigos',
  text: 'Um ficheiro com códigos, em CSV, JSON ou JSON Lines. Vê o que ele alteraria antes de se guardar alguma coisa.',
  drop: 'Largue um ficheiro aqui, ou',
  choose: 'Escolha um ficheiro',
  dropLabel: 'Ficheiro com códigos',
  resetUsage: 'Usar os lugares restantes que estão no ficheiro',
  resetUsageHint: 'Caso contrário, os lugares já usados continuam usados.',
  uploading: 'A enviar o ficheiro…',
  earlier: 'Importações',
  states: {
    uploading: 'A enviar',
    reading: 'A ler',
    planned: 'Pronta para importar',
    writing: 'A guardar',
    written: 'Importada',
    failed: 'Falhou',
  },
  progress: {
    reading: (rows) => `A ler: ${rowsOf(rows)} até agora.`,
    comparing: (rows) => `A comparar com os códigos que já existem: ${rowsOf(rows)} até agora.`,
    writing: (rows) => `A guardar: ${rowsOf(rows)} até agora.`,
    closeTab: 'Pode fechar esta página. A importação continua.',
    label: 'Progresso',
  },
  totals: {
    new: 'Novas',
    changed: 'Alteradas',
    unchanged: 'Sem alterações',
    refused: 'Recusadas',
    rows: 'Linhas',
  },
  plan: 'O que o ficheiro alteraria',
  planDone: 'O que o ficheiro alterou',
  outcomes: { all: 'Todas as linhas', new: 'Nova', changed: 'Alterada', refused: 'Recusada' },
  outcome: 'Resultado',
  find: 'Procurar na pré-visualização',
  columns: { row: 'Linha', outcome: 'Resultado', code: 'Código', what: 'O quê' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  nothing: 'nada',
  refused: (count) =>
    format.plural(count, {
      one: 'Foi recusada uma linha. Corrija-a no ficheiro e escolha-o de novo, ou importe as outras.',
      other: `Foram recusadas ${rowsOf(count)}. Corrija-as no ficheiro e escolha-o de novo, ou importe as outras.`,
    }),
  nothingToWrite: 'O ficheiro não altera nada.',
  button: (count) => `Importar ${rowsOf(count)}`,
  buttonSkipping: (count) =>
    format.plural(count, {
      one: 'Importar a outra linha',
      many: `Importar o outro ${rowsOf(count)}`,
      other: `Importar as outras ${rowsOf(count)}`,
    }),
  written: (count) =>
    format.plural(count, { one: 'Foi importada uma linha.', other: `Foram importadas ${rowsOf(count)}.` }),
  stop: 'Parar a importação',
  stopText: 'As linhas já guardadas ficam. Com o mesmo ficheiro pode completá-la mais tarde.',
  another: 'Importar outro ficheiro',
  toCodes: 'Abrir os códigos',
  failed: (why) => `A importação falhou: ${why}`,
};
