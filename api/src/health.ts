import { route } from './route.ts';

const text = (about: string) => ({ contentType: 'text/plain', about });

export const isAlive = route({
  method: 'GET',
  base: '',
  path: '/healthz',
  about: 'Says that the process lives.',
  answers: { 200: text('`ok`') },
  refuses: {},
});

export const isReady = route({
  method: 'GET',
  base: '',
  path: '/readyz',
  about: 'Says whether the server can serve people.',
  answers: { 200: text('`ok`'), 503: text('The reason: `database`, `migrations` or `closing`') },
  refuses: {},
});

export const getContract = route({
  method: 'GET',
  base: '/api',
  path: '/openapi.json',
  about: 'This document.',
  answers: { 200: { contentType: 'application/json', about: 'OpenAPI 3.1' } },
  refuses: {},
});
