import { useNavigate } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import { useContext } from 'react'
import { CoverContext } from '#app/components/cover-context.ts'
import { DropDown, DropDownItem, DropDownLink } from '#app/components/ui/drop-down.tsx'
import { DISMISS_MENU } from '#app/routes/decision/dismiss.tsx'
import { REPLY_MENU } from '#app/routes/decision/reply.tsx'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'

/** What is seldom done with a decision. */
export function MoreMenu({ asked, isOpen }: { asked: Escalation; isOpen: boolean }) {
  const { facts, projectId, id } = asked
  const navigate = useNavigate()
  const { isOn, turn } = useContext(CoverContext)
  const ticket = urlOf(facts, 'jira') ?? urlOf(facts, 'asana')
  const mail = urlOf(facts, 'outlook')
  return (
    <DropDown label="More" icon={<Ellipsis aria-hidden className="size-5" />} className="-mr-2">
      {isOpen && <DropDownItem onSelect={() => show(REPLY_MENU)}>Reply</DropDownItem>}
      {isOpen && <DropDownItem onSelect={() => show(DISMISS_MENU)}>Dismiss</DropDownItem>}
      {ticket && <DropDownLink href={ticket}>Open ticket</DropDownLink>}
      {mail && <DropDownLink href={mail}>Open mail</DropDownLink>}
      <DropDownItem onSelect={copyLink}>Copy link</DropDownItem>
      <DropDownItem onSelect={() => navigate(`/projects/${projectId}/decisions/${id}/chain#wrong`)}>
        Wrong
      </DropDownItem>
      <DropDownItem onSelect={turn}>{isOn ? 'Show people and mail' : 'Hide people and mail'}</DropDownItem>
    </DropDown>
  )
}

/** After the menu has closed and given the focus back, so that what is shown gives it back to the same place. */
function show(menu: string): void {
  setTimeout(() => document.getElementById(menu)?.showPopover())
}

/** The address without what is only open on this screen. */
function copyLink(): void {
  void navigator.clipboard.writeText(`${location.origin}${location.pathname}`)
}

const urlOf = (facts: Evidence[], source: string) =>
  facts.find(({ signalId, url }) => url !== null && signalId.startsWith(`${source}/`))?.url
