import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'um código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });
const begun = (count: number) => format.plural(count, { one: 'Um código', other: codesOf(count) });
const cardsOf = (count: number) =>
  format.plural(count, { one: 'um cartão', other: `${format.number(count)} cartões` });

export const codes: ConsoleTexts['codes'] = {
  title: 'Códigos',
  sums: (codes, open, remaining) =>
    `${begun(codes)}. Abertos: ${format.number(open)}. Lugares livres: ${format.number(remaining)}.`,
  make: 'Criar códigos',
  import: 'Importar',
  empty: {
    title: 'Ainda não há códigos',
    text: 'Crie os seus primeiros códigos, imprima-os em cartões e distribua-os.',
  },
  find: 'Procurar um código, um lote ou uma etiqueta',
  findHint: 'Um código completo ou uma etiqueta completa.',
  filters: {
    state: 'Estado',
    everyState: 'Todos os estados',
    kind: 'Tipo',
    everyKind: 'Os dois tipos',
    batch: 'Lote',
    everyBatch: 'Todos os lotes',
    everyLabel: 'Todas as etiquetas',
    label: 'Etiqueta',
    assistant: 'Assistente',
    everyAssistant: 'Todos os assistentes',
    createdFrom: 'Criado a partir de',
    createdUntil: 'Criado até',
    endsFrom: 'Termina a partir de',
    endsUntil: 'Termina até',
    sort: 'Ordem',
    newest: 'Mais recentes primeiro',
    oldest: 'Mais antigos primeiro',
    endsFirst: 'Os que terminam mais cedo',
    endsLast: 'Os que terminam mais tarde',
  },
  columns: {
    code: 'Código',
    state: 'Estado',
    opens: 'Tipo e etiqueta',
    used: 'Usado',
    until: 'Válido até',
    lastUsed: 'Última utilização',
  },
  used: (used, allowed) => `${format.number(used)} de ${format.number(allowed)}`,
  from: (day) => `a partir de ${day}`,
  notTold: 'Não registado',
  hiddenCode: 'Código oculto',
  hidden: 'Os códigos estão ocultos, porque entrou já há algum tempo.',
  showCodes: 'Mostrar os códigos',
  choose: (code) => `Selecionar ${code}`,
  chooseAll: 'Selecionar todos os desta página',
  chosen: (count) => `${begun(count)} ${format.plural(count, { one: 'selecionado', other: 'selecionados' })}`,
  chooseMatching: (count) => `Selecionar todos os ${format.number(count)}`,
  chosenRegion: 'Códigos selecionados',
  unchoose: 'Limpar a seleção',
  acts: {
    print: 'Imprimir cartões',
    export: 'Exportar',
    revoke: 'Anular',
    restore: 'Reativar',
    extend: 'Prolongar',
    relabel: 'Mudar a etiqueta',
  },
  counting: 'A contar…',
  revoke: {
    title: (count) => `Anular ${codesOf(count)}?`,
    text: 'Ninguém mais pode entrar com estes códigos. Quem já entrou fica.',
    button: (count) => `Anular ${codesOf(count)}`,
    done: (count) => `${begun(count)} ${format.plural(count, { one: 'anulado', other: 'anulados' })}.`,
    undone: (count) => `${begun(count)} ${format.plural(count, { one: 'reativado', other: 'reativados' })}.`,
  },
  restore: {
    title: (count) => `Reativar ${codesOf(count)}?`,
    text: 'Voltam a deixar entrar, se ainda tiverem lugares e não tiverem terminado.',
    button: (count) => `Reativar ${codesOf(count)}`,
  },
  extend: {
    title: (count) => `Prolongar ${codesOf(count)}?`,
    field: 'Válido até',
    hint: 'Até ao fim deste dia.',
    button: (count) => `Prolongar ${codesOf(count)}`,
    done: (count, until) =>
      `${begun(count)} ${format.plural(count, { one: 'válido', other: 'válidos' })} até ${until}.`,
  },
  relabel: {
    title: (count) => `Etiqueta de ${codesOf(count)}`,
    field: 'Etiqueta',
    hint: 'Vazio: sem etiqueta.',
    button: (count) => `Alterar ${codesOf(count)}`,
    done: (count) => `${begun(count)} ${format.plural(count, { one: 'alterado', other: 'alterados' })}.`,
  },
  print: {
    title: (count) => `Imprimir ${cardsOf(count)}`,
    paper: 'Papel',
    sheets: 'Folhas para recortar',
    sheetsHint: (sheets) =>
      `Dez cartões em cada página A4: ${format.plural(sheets, { one: 'uma página', other: `${format.number(sheets)} páginas` })}.`,
    single: 'Um cartão grande em cada página',
    singleHint: 'Para afixar na parede.',
    button: 'Descarregar o PDF',
    done: 'O PDF está nas suas transferências. Imprima-o a 100\u00a0%.',
    tooMany: (max) => `Só é possível imprimir ${cardsOf(max)} de cada vez. Selecione menos códigos.`,
  },
  export: {
    title: (count) => `Exportar ${codesOf(count)}`,
    format: 'Ficheiro',
    text: 'O ficheiro contém os códigos sem cifra. Guarde-o em lugar seguro.',
    csv: 'CSV, para uma folha de cálculo',
    jsonl: 'JSON Lines, para programas',
    button: 'Descarregar',
    done: 'O ficheiro está nas suas transferências.',
  },
  nothingToDo: 'Isto não alteraria nenhum dos códigos selecionados.',
};
