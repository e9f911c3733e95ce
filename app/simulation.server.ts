import type { services } from '#app/services.server.ts'

type Simulation = Awaited<ReturnType<typeof services.viewSimulation>>['simulation']

/** A simulation as pages show it: of each act only what its line says. */
export function simulationRows({ acts, ...totals }: Simulation) {
  const rows = acts.map(({ act: { id, projectId, summary, kind, createdAt }, ...judged }) => ({
    ...{ id, projectId, summary, kind, createdAt },
    ...judged,
  }))
  return { ...totals, rows }
}
export type SimulationRows = ReturnType<typeof simulationRows>
