import * as z from 'zod';
import { failed, refused } from '../fields.ts';
import { addressOf, type OtherContent, type Route } from '../route.ts';
import { features } from '../routes.ts';

export type Document = {
  openapi: '3.1.0';
  paths: Record<string, Record<string, object>>;
  [field: string]: unknown;
};

/** Describes every route. Source: https://spec.openapis.org/oas/v3.1.1.html */
export function openApi(version: string): Document {
  const paths: Document['paths'] = {};
  for (const [tag, routes] of Object.entries(features))
    for (const route of routes) {
      const path = addressOf(route).replaceAll(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, tag) };
    }
  return {
    openapi: '3.1.0',
    info: { title: 'Foyer', version, description: 'An AI chat that lets people in by invitation codes.' },
    servers: [{ url: '/' }],
    tags: Object.keys(features).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Refused: schemaOf(refused, 'output'), Failed: schemaOf(failed, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-foyer.session_token' },
        token: { type: 'http', scheme: 'bearer', description: 'A token of `./foyer token create`' },
      },
    },
  };
}

function operationOf(route: Route, tag: string): object {
  const { about, scope, params, query, body, upload, isBodyOptional, answers, refuses } = route;
  const parameters = [...parametersIn('path', params), ...parametersIn('query', query)];
  return {
    tags: [tag],
    summary: about,
    ...(refuses[401] && { security: [{ session: [] }, ...(scope ? [{ token: [scope] }] : [])] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: !isBodyOptional,
        content: { 'application/json': { schema: schemaOf(body, 'input') } },
      },
    }),
    ...(upload && {
      requestBody: {
        required: true,
        description: upload.about,
        content: { [upload.contentType]: { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
      ...Object.fromEntries(Object.entries(refuses).map(([status, codes]) => [status, refusalOf(codes)])),
      500: { description: 'A fault of the server', content: jsonOf({ $ref: '#/components/schemas/Failed' }) },
    },
  };
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  if (!schema) return [];
  const { properties = {} } = schemaOf(schema, 'input') as { properties?: Record<string, object> };
  return Object.keys(schema.shape).map((name) => ({
    name,
    in: place,
    required: place === 'path',
    schema: properties[name] ?? {},
  }));
}

function responseOf(answer: z.ZodType | null | OtherContent): object {
  if (answer === null) return { description: 'Done' };
  if ('contentType' in answer)
    return {
      description: answer.about,
      content: { [answer.contentType]: { schema: { type: 'string' } } },
    };
  return { description: 'Done', content: jsonOf(schemaOf(answer, 'output')) };
}

function refusalOf(codes: readonly string[]): object {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Refused' }, { properties: { code: { enum: codes } } }],
  };
  return { description: codes.join(', '), content: jsonOf(schema) };
}

function jsonOf(schema: object): object {
  return { 'application/json': { schema } };
}

/** Leaves out what JSON Schema cannot express, such as transformations. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
