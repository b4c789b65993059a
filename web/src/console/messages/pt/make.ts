import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'um código',
    many: `${format.number(count)} de códigos`,
    other: `${format.number(count)} códigos`,
  });
const begun = (count: number) => format.plural(count, { one: 'Um código', other: codesOf(count) });
const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'uma pessoa',
    many: `${format.number(count)} de pessoas`,
    other: `${format.number(count)} pessoas`,
  });

export const make: ConsoleTexts['make'] = {
  title: 'Criar códigos',
  text: 'Um código em cada cartão, pronto a imprimir e a distribuir.',
  kind: 'O que o código abre',
  login: { title: 'Uma conversa de convidado', text: 'Sem conta. Apagada ao sair.' },
  registration: { title: 'Uma conta', text: 'As conversas ficam. Uma por pessoa.' },
  count: 'Quantos códigos',
  allowed: 'Pessoas por código',
  validFrom: 'Válido a partir de',
  validUntil: 'Válido até',
  label: 'Etiqueta',
  labelHint: 'Só para si: para encontrar estes códigos mais tarde.',
  note: 'O seu texto no cartão',
  letters: (count, max) => `${format.number(count)} de ${format.number(max)} caracteres`,
  more: 'Mais condições',
  assistant: 'Assistente',
  defaultAssistant: 'O assistente predefinido',
  language: 'Língua',
  anyLanguage: 'A língua do navegador de cada pessoa',
  messagesPerPerson: 'Mensagens por pessoa',
  messagesPerDay: 'Mensagens por dia e por pessoa',
  minutes: 'Minutos por convidado',
  minutesHint: 'Quando acabam, a conversa termina e é apagada.',
  atOnce: 'Convidados ao mesmo tempo',
  atOnceHint: 'O seguinte espera até alguém sair.',
  budget: 'Tokens para todos juntos',
  noLimit: 'Vazio: sem limite.',
  ownCode: 'Texto do código',
  ownCodeHint: 'Vazio: o Foyer cria um que ninguém consegue adivinhar.',
  short: 'Códigos curtos, para copiar de um ecrã',
  shortHint: 'Seis caracteres, como K7M-4PQ. Valem no máximo 24 horas e para 500 pessoas.',
  hours: 'Quantas horas vale',
  sum: (codes, people, bold) => [
    format.plural(codes, {
      one: 'Um código deixa entrar no máximo ',
      other: `${codesOf(codes)} deixam entrar no máximo `,
    }),
    bold(peopleOf(people)),
    '.',
  ],
  button: (count) => `Criar ${codesOf(count)}`,
  preview: {
    label: 'Pré-visualização do cartão',
    qr: 'Código QR da ligação',
    text: (sheets) =>
      `85 × 54 mm, dez em cada folha A4: ${format.plural(sheets, { one: 'uma folha', other: `${format.number(sheets)} folhas` })}. O código que se vê é um exemplo.`,
    private:
      'Este endereço só funciona neste computador. Defina PUBLIC_URL antes de imprimir; caso contrário, ninguém poderá usar os cartões.',
  },
  problems: {
    count: (max) => `Escreva um número de 1 a ${format.number(max)}.`,
    number: 'Escreva um número inteiro, pelo menos 1.',
    day: 'Escreva um dia.',
    order: 'Este dia é anterior ao primeiro.',
    ended: 'Este dia já passou.',
    hours: 'Escreva um número de 1 a 24.',
    note: (max) => `No cartão cabem no máximo ${format.number(max)} caracteres.`,
    one: 'Só um código pode ter este texto. Crie um só código, ou deixe o campo vazio.',
  },
  done: {
    title: (count) => `${begun(count)} ${format.plural(count, { one: 'pronto', other: 'prontos' })}`,
    print: 'Imprimir cartões',
    copy: (count) => format.plural(count, { one: 'Copiar a ligação', other: 'Copiar todas as ligações' }),
    copied: 'Copiado',
    csv: 'Descarregar CSV',
    room: 'Mostrar na sala',
    again: 'Criar mais',
    batch: 'Ver quem entra',
    more: (count) => `e mais ${format.number(count)}`,
    printed: 'O PDF está nas suas transferências. Imprima-o a 100\u00a0% e corte de marca a marca.',
  },
};
