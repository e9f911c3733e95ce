/** One thing wrong in a scenario folder: in which file, where inside it, what, and what to do about it. */
export type Problem = { file: string; path: string; what: string; todo: string }

/** A scenario that can't be played. Carries every problem found, so that one reading is enough to mend it. */
export class BadScenario extends Error {
  override readonly name = 'BadScenario'
  readonly folder: string
  readonly problems: readonly Problem[]

  constructor(folder: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`
    super([`Scenario ${folder} has ${count}:`, ...problems.map(describeProblem)].join('\n'))
    this.folder = folder
    this.problems = problems
  }
}

function describeProblem({ file, path, what, todo }: Problem): string {
  return `- ${file}${path === '' ? '' : ` at ${path}`}: ${what} ${todo}`
}
