import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Built assets are served from /_static; the server build goes on to esbuild, which bundles it for its Lambda. */
export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/_static/' : '/',
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  /** Named, so that no page's first visit finds another one and loads React a second time. */
  optimizeDeps: {
    include: [
      '@conform-to/react',
      '@remix-run/react',
      'aws-amplify',
      'aws-amplify/api',
      'class-variance-authority',
      'clsx',
      'lucide-react',
      'radix-ui',
      'react',
      'react-dom',
      'react-dom/client',
      'react-hotkeys-hook',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'tailwind-merge',
    ],
  },
  plugins: [
    tailwindcss(),
    remix({
      buildDirectory: 'build/remix',
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
}))
