import type { Matter } from '#src/domain/matter.ts'
import type { ProjectPicture } from './place-mail.ts'

/** The matters as this page leaves them; each is saved once, however many signals joined it. */
export class Board {
  readonly pictures: ProjectPicture[]
  readonly #touched = new Set<string>()

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

  #picture(projectId: string): ProjectPicture | undefined {
    return this.pictures.find(({ project }) => project.id === projectId)
  }
}
