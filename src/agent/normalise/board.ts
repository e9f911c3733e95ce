import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { ProjectPicture } from './place-mail.ts'

/** Matters and people as this page leaves them; each is saved once, however many signals speak of it. */
export class Board {
  readonly pictures: ProjectPicture[]
  readonly #touched = new Set<string>()
  readonly #met = new Map<string, Person>()

  constructor(pictures: ProjectPicture[]) {
    this.pictures = pictures
  }

  find(projectId: string, id: string): Matter | undefined {
    return this.#picture(projectId)?.matters.find((each) => each.id === id)
  }

  put(next: Matter): void {
    const picture = this.#picture(next.projectId)
    if (!picture) return
    const others = picture.matters.filter((each) => each.id !== next.id)
    const before = picture.matters.find((each) => each.id === next.id)
    const first = !this.#touched.has(`${next.projectId}/${next.id}`)
    const version = before ? before.version + (first ? 1 : 0) : 1
    picture.matters = [...others, { ...next, version }]
    this.#touched.add(`${next.projectId}/${next.id}`)
  }

  changed(): Matter[] {
    return this.pictures.flatMap(({ matters }) =>
      matters.filter((each) => this.#touched.has(`${each.projectId}/${each.id}`)),
    )
  }

  /** Somebody joins a project's register, or more is known of them: one version a page, however much that is. */
  meet(person: Person): void {
    const picture = this.#picture(person.projectId)
    if (!picture) return
    const key = `${person.projectId}/${person.id}`
    const next = { ...person, version: this.#met.get(key)?.version ?? person.version }
    picture.people = [...picture.people.filter(({ id }) => id !== next.id), next]
    this.#met.set(key, next)
  }

  met(): Person[] {
    return [...this.#met.values()]
  }

  #picture(projectId: string): ProjectPicture | undefined {
    return this.pictures.find(({ project }) => project.id === projectId)
  }
}
