import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'من نحن', privacy: 'الخصوصية', support: 'المساعدة' },
  broken: {
    title: 'تعذّر عرض هذه الصفحة',
    text: 'ربما تم تحديث Foyer، أو انقطع الاتصال.',
    reload: 'إعادة التحميل',
  },
  loadFailed: {
    title: 'تعذّر تحميل هذه الصفحة',
    text: 'انقطع الاتصال، أو تم تحديث Foyer.',
    reload: 'إعادة التحميل',
  },
  unreachable: { title: 'لا يمكن الوصول إلى Foyer' },
  invalidLink: { title: 'هذا الرابط لا يعمل' },
  logInToAccount: 'تسجيل الدخول إلى حسابك',
};
