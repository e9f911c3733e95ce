/** What `remix vite:build` leaves behind, for the time before it has run. */
declare module '*/build/remix/server/index.js' {
  const build: import('@remix-run/node').ServerBuild
  export = build
}
