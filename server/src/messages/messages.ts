import type { Language } from '@foyer/policy';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { sw } from './sw.ts';
import { uk } from './uk.ts';

export const messages: Record<Language, Messages> = { en, de, fr, es, pt, sw, uk, ar };
