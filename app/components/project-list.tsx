import { Link } from '@remix-run/react'
import { Nothing } from '#app/components/ui/section.tsx'

/** The projects that are watched, and how much the agent may do in each. */
export function ProjectList({ projects }: { projects: { id: string; name: string; dial: string }[] }) {
  if (projects.length === 0) return <Nothing>No project is connected.</Nothing>
  return (
    <ul className="divide-y divide-line text-[0.9375rem]">
      {projects.map(({ id, name, dial }) => (
        <li key={id}>
          <Link to={`/projects/${id}`} className="flex min-h-11 items-center gap-3 py-2 hover:underline">
            <span className="font-semibold">{id}</span>
            <span className="flex-1">{name}</span>
            <span className="text-soft">Dial: {dial}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
