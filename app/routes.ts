import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

/** Every address of the workbench. What stands in the frame needs a signed-in PM. */
export default [
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-out', 'routes/sign-out/route.ts'),
  route('live-token', 'routes/live-token/route.ts'),
  route('pause', 'routes/pause/route.ts'),
  route('demo', 'routes/demo/route.ts'),
  route('undo-document', 'routes/undo-document/route.ts'),
  route('rag', 'routes/rag/route.ts'),
  route('dial', 'routes/dial/route.ts'),
  route('cover', 'routes/cover/route.ts'),
  route('seen', 'routes/seen/route.ts'),
  route('palette', 'routes/palette/route.ts'),
  layout('routes/frame/route.tsx', [
    index('routes/today/route.tsx'),
    route('projects', 'routes/projects/route.tsx'),
    route('going-out', 'routes/going-out/route.tsx'),
    route('projects/:project/acts/:id', 'routes/act/route.tsx'),
    route('projects/:project/memory', 'routes/memory/route.tsx'),
    route('projects/:project/signals', 'routes/read/route.tsx'),
    route('projects/:project/signals/:id', 'routes/signal/route.tsx'),
    route('projects/:project/trust', 'routes/trust/route.tsx'),
    route('projects/:project/:tab?', 'routes/project/route.tsx'),
    route('projects/:project/decisions/:id', 'routes/decision/route.tsx'),
    route('projects/:project/decisions/:id/chain', 'routes/chain/route.tsx'),
    route('activity', 'routes/activity/route.tsx'),
    route('agent', 'routes/agent/route.tsx'),
    route('cost', 'routes/cost/route.tsx'),
    route('*', 'routes/not-found/route.tsx'),
  ]),
] satisfies RouteConfig
