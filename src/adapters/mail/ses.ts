import {
  SendEmailCommand,
  SESv2Client,
  SESv2ServiceException,
  type SESv2ClientConfig,
} from '@aws-sdk/client-sesv2'
import { WORKBENCH_HEADER } from '#src/domain/mail-change.ts'

/** Mail to the PM. `actId`: the act that sends it. */
export type PmMail = {
  from: string
  to: string
  subject: string
  text: string
  html?: string | undefined
  actId: string
}

export type Ses = {
  /** Gives SES's message id. Throws `SesBusy` or `SesRefused` when nothing was sent; anything else is not known. */
  sendToPm: (mail: PmMail) => Promise<{ id: string }>
}

/** SES asks to wait; nothing was sent. */
export class SesBusy extends Error {
  override name = 'SesBusy'
}

/** SES says no; nothing was sent. */
export class SesRefused extends Error {
  override name = 'SesRefused'
}

/** One kept open may be closed by the other side just as it is used again, and then nobody knows what became of the mail. */
const EACH_ITS_OWN = { keepAlive: false }

/**
 * Amazon SES, for mail from the workbench to its own PM and to nobody else. One attempt, on a connection of its own: SES
 * takes a repeated request for a second mail. The address is found in the environment (`AWS_ENDPOINT_URL_SESV2`).
 */
export function connectSes(at: Pick<SESv2ClientConfig, 'endpoint' | 'region' | 'credentials'> = {}): Ses {
  const requestHandler = { httpAgent: EACH_ITS_OWN, httpsAgent: EACH_ITS_OWN }
  const client = new SESv2Client({ ...at, maxAttempts: 1, requestHandler })
  return {
    sendToPm: async (mail) => {
      const { MessageId } = await ending(client.send(commandFor(mail)))
      return { id: MessageId ?? '' }
    },
  }
}

function commandFor({ from, to, subject, text, html, actId }: PmMail): SendEmailCommand {
  const words = (Data: string) => ({ Data, Charset: 'UTF-8' })
  return new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: words(subject),
        Body: { Text: words(text), ...(html !== undefined && { Html: words(html) }) },
        Headers: [{ Name: WORKBENCH_HEADER, Value: actId }],
      },
    },
    EmailTags: [{ Name: 'act', Value: actId.replace(/[^\w-]/g, '_') }],
  })
}

const BUSY = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException'])

/** What SES certainly did not send is told apart from what nobody knows. */
async function ending<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (error) {
    if (!(error instanceof SESv2ServiceException)) throw error
    if (BUSY.has(error.name)) throw new SesBusy(`SES asks to wait: ${error.message}`, { cause: error })
    if (error.$fault === 'client') throw new SesRefused(`SES refused: ${error.message}`, { cause: error })
    throw error
  }
}
