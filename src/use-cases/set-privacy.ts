import type { Privacy } from '#src/domain/privacy.ts'

export type NeverRead = Omit<Privacy, 'version'>

export type PrivacyDeps = {
  pmEmail(): Promise<string>
  privacy(): Promise<Privacy>
  /** Throws an error named `Conflict` when it was changed meanwhile. */
  savePrivacy(next: Privacy): Promise<void>
}

/** The PM's own address can't be excluded: nothing of what they send would be read, and they mean a folder. */
export class OwnAddress extends Error {
  override name = 'OwnAddress'
}

/** Says what is never to be read, from the next check on. What was read before stays. Throws {@link OwnAddress}. */
export async function setPrivacy(deps: PrivacyDeps, asked: NeverRead): Promise<void> {
  const own = (await deps.pmEmail()).toLowerCase()
  const domain = own.split('@')[1] ?? ''
  if (asked.senders.includes(own) || asked.senders.includes(domain))
    throw new OwnAddress('That is you. To leave what you send unread, exclude the folder Sent Items.')
  const { version } = await deps.privacy()
  await deps.savePrivacy({ ...asked, version: version + 1 })
}
