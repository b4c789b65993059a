import { chooseLanguage, getAccess, getLogo, getPicture } from './access.ts';
import * as account from './account.ts';
import * as chats from './chats.ts';
import * as drafts from './drafts.ts';
import * as health from './health.ts';
import * as mail from './mail.ts';
import { exportAudit, getAudit } from './operator/audit.ts';
import * as batches from './operator/batches.ts';
import * as operatorCodes from './operator/codes.ts';
import * as imports from './operator/imports.ts';
import * as operators from './operator/operators.ts';
import * as people from './operator/people.ts';
import * as room from './operator/room.ts';
import * as settings from './operator/settings.ts';
import * as tokens from './operator/tokens.ts';
import * as use from './operator/use.ts';
import { getWarnings } from './operator/warnings.ts';
import * as replies from './replies.ts';
import type { Route } from './route.ts';
import { searchChats } from './search.ts';
import * as signIn from './sign-in.ts';

export const features: Record<string, Route[]> = {
  Access: [getAccess, getLogo, getPicture, chooseLanguage],
  'Signing in': routesIn(signIn),
  Mail: routesIn(mail),
  Account: routesIn(account),
  Chats: [...routesIn(chats), searchChats],
  Drafts: routesIn(drafts),
  Replies: routesIn(replies),
  Health: routesIn(health),
  Codes: [...routesIn(operatorCodes), ...routesIn(batches)],
  Imports: routesIn(imports),
  People: routesIn(people),
  Use: routesIn(use),
  Room: routesIn(room),
  Operators: [...routesIn(operators), getWarnings],
  Tokens: routesIn(tokens),
  Audit: [getAudit, exportAudit],
  Settings: routesIn(settings),
};

export const routes: Route[] = Object.values(features).flat();

function routesIn(feature: Record<string, unknown>): Route[] {
  return Object.values(feature).filter(isRoute);
}

function isRoute(declared: unknown): declared is Route {
  return typeof declared === 'object' && declared !== null && 'method' in declared && 'answers' in declared;
}
