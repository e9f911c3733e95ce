import { useEffect, useState } from 'react'

/** The options whose external mails have been on the screen. Before any script has run, none. */
export function useReadMails(): ReadonlySet<string> {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.flatMap(({ isIntersecting, target }) =>
        isIntersecting ? (target.getAttribute('data-external') ?? []) : [],
      )
      if (seen.length > 0) setRead((before) => new Set([...before, ...seen]))
    })
    for (const mail of document.querySelectorAll('[data-external]')) observer.observe(mail)
    return () => observer.disconnect()
  }, [])
  return read
}

/** Brings the external mail of an option onto the screen. */
export function showMail(optionId: string): void {
  document.querySelector(`[data-external="${optionId}"]`)?.scrollIntoView({ block: 'center' })
}
