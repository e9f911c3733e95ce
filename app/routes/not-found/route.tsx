import { data } from '@remix-run/node'

/** Every address that is none of ours. */
export function loader() {
  throw data({ message: 'There is no such page.' }, { status: 404 })
}

export default function NotFound() {
  return null
}
