/** What `remix vite:build` leaves behind, for the time before it has run. */
declare module '*/build/remix/server/index.js'
