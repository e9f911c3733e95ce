import { readScenario, type Scenario } from '#src/sandbox/scenario/scenario.ts'
import { issueFile, mailFile } from '#src/sandbox/scenario/vendor-files.ts'

const RECORDED = 'scenarios/harbour'
/** The PM's other projects in the busier workload: the same story with other tickets, people and threads. */
const COPIES = [
  { key: 'ORC', name: 'Orchard', tag: 'orc' },
  { key: 'AIR', name: 'Airfield', tag: 'air' },
]

/** What the costs are measured on: the recorded story, and three such stories in one mailbox at once. */
export const WORKLOADS = ['harbour', 'three harbours'] as const
export type Workload = (typeof WORKLOADS)[number]

export function openWorkload(name: Workload): Scenario {
  const harbour: Scenario = { ...readScenario(RECORDED), faults: [] }
  return name === 'harbour'
    ? harbour
    : COPIES.reduce<Scenario>((all, copy) => joined(all, copied(harbour, copy)), harbour)
}

function joined(all: Scenario, more: Scenario): Scenario {
  return {
    ...all,
    projects: [...all.projects, ...more.projects],
    issues: [...all.issues, ...more.issues],
    mail: [...all.mail, ...more.mail],
    decisions: [...all.decisions, ...more.decisions],
  }
}

type Copy = (typeof COPIES)[number]

function copied(scenario: Scenario, copy: Copy): Scenario {
  const [project] = scenario.projects
  if (!project) throw new Error('The recorded story has no project.')
  const pm = scenario.pm.email
  const renamed = (text: string) =>
    text
      .replaceAll(project.key, copy.key)
      .replaceAll('Harbour', copy.name)
      .replaceAll('harbour', copy.tag)
      .replace(/[\w.-]+@[\w.-]+/g, (address) =>
        address === pm ? address : address.replace('@', `.${copy.tag}@`),
      )
  const again = (value: unknown): unknown => JSON.parse(renamed(JSON.stringify(value)))
  const own = (id: string | undefined) => `${COPIES.indexOf(copy) + 1}${id ?? ''}`
  return {
    ...scenario,
    projects: [
      { ...project, key: copy.key, name: renamed(project.name), stakeholders: peopleOf(project, renamed) },
    ],
    issues: scenario.issues.map((issue) => {
      const next = issueFile.parse(again(issue))
      next.id = own(next.id)
      for (const each of next.changelog?.histories ?? []) each.id = own(each.id)
      for (const each of next.fields.comment?.comments ?? []) each.id = own(each.id)
      return next
    }),
    mail: scenario.mail.map((mail) => {
      const { conversationId } = mail
      const thread = typeof conversationId === 'string' ? `${copy.tag}${conversationId}` : conversationId
      return { ...mailFile.parse(again(mail)), id: `${copy.tag}${mail.id ?? ''}`, conversationId: thread }
    }),
    decisions: scenario.decisions.map((each) => ({ ...each, whenConcerns: renamed(each.whenConcerns) })),
  }
}

function peopleOf({ stakeholders }: Scenario['projects'][number], renamed: (text: string) => string) {
  return stakeholders.map((each) => ({ ...each, email: renamed(each.email) }))
}
