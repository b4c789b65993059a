import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'محادثة مع الذكاء الاصطناعي، بدعوة.',
  noscript: 'يحتاج Foyer إلى JavaScript. يُرجى تفعيله ثم إعادة تحميل الصفحة.',
};
