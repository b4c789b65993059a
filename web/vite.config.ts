import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The texts of a language say in their name which ones they are. */
const chunkFileNames = ({ facadeModuleId }: { facadeModuleId: string | null }) => {
  const [, language, part] = /\/messages\/(\w+)\/(entry|inside)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  return language ? `assets/texts-${language}-${part}-[hash].js` : 'assets/[name]-[hash].js';
};

// The file that the page names must stay one of its own, or nothing runs it.
const allButMain = (id: string) => !/main\.tsx|\.html/.test(id);

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // Texts have no side effects: each area goes into the chunk of the pages that use it.
    rolldownOptions: {
      output: {
        chunkFileNames,
        // What an entry page loads is one file: twenty small ones cost a phone many round trips.
        codeSplitting: { groups: [{ name: 'entry', tags: ['$initial'], test: allButMain }] },
      },
      treeshake: { moduleSideEffects: [{ test: /\/src\/messages\//, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
