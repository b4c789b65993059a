import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

type Chunk = { facadeModuleId: string | null; moduleIds: string[] };

/** The texts of a language say in their name which ones they are. Scripts of the console say whose they are. */
const chunkFileNames = ({ facadeModuleId, moduleIds }: Chunk) => {
  const [, language, part] =
    /\/messages\/(\w+)\/(entry|inside|console)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (language) return `assets/texts-${language}-${part}-[hash].js`;
  const isOfConsole = moduleIds.some((id) => id.includes('/src/console/'));
  return isOfConsole ? 'assets/console-[name]-[hash].js' : 'assets/[name]-[hash].js';
};

const assetFileNames = ({ originalFileNames }: { originalFileNames: string[] }) => {
  const isOfConsole = originalFileNames.some((name) => name.includes('src/console/'));
  return isOfConsole ? 'assets/console-[name]-[hash][extname]' : 'assets/[name]-[hash][extname]';
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
        assetFileNames,
        // What an entry page loads is one file: twenty small ones cost a phone many round trips.
        codeSplitting: { groups: [{ name: 'entry', tags: ['$initial'], test: allButMain }] },
      },
      treeshake: { moduleSideEffects: [{ test: /\/src\/messages\//, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
