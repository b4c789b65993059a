import type * as contract from '@foyer/api/operator/settings';
import type { BodyOf } from '@foyer/api/route';
import { type AnswerOf, call } from './client.ts';

export type Settings = AnswerOf<typeof contract.getSettings>;
export type Setting = Settings['settings'][number];
export type SettingWarning = AnswerOf<typeof contract.changeSettings>['warnings'][number];

export const settingsApi = {
  get: () => call<typeof contract.getSettings>('GET', '/api/operator/settings'),
  change: (body: BodyOf<typeof contract.changeSettings>) =>
    call<typeof contract.changeSettings>('PATCH', '/api/operator/settings', { body }),
};
