import * as z from 'zod';

const advice =
  'special characters in the user name and the password are written as in URLs: @ is %40, : is %3A, / is %2F, # is %23, ? is %3F, % is %25';

/** An address with a login, as `smtps://user:password@mail.example.org`. `expected` says its form. */
export function loginUrl(form: RegExp, expected: string) {
  return z
    .string()
    .max(4096)
    .superRefine((text, { addIssue }) => {
      if (!form.test(text)) addIssue(expected);
      else if (text.includes('://') && hasBareCharacters(text)) addIssue(advice);
    });
}

/** A sign that ends the host comes before the last `@`, or the address cannot be read at all. */
function hasBareCharacters(text: string): boolean {
  const url = URL.parse(text);
  const login = /^\w+:\/\/(.*)@/.exec(text)?.[1];
  return !url || (login !== undefined && (/[@/?#]/.test(login) || /%(?![\da-fA-F]{2})/.test(login)));
}
