import { describe, expect, it } from 'vitest'
import { aMail } from '../../tests/fixtures/mail.ts'
import { mailChange, type MailMessage } from './mail-change.ts'
import { rawSignal } from './raw-signal.ts'

const owner = { pmEmail: 'morgan@x.example' }
const change = (over: Partial<MailMessage> = {}) => mailChange(aMail(over), owner)
const header = (name: string, value: string) => ({ headers: [{ name, value }] })
const from = (email: string) => ({ from: { name: 'Somebody', email } })
const body = (text: string, over = {}) => ({ body: { text, quoted: '', signature: '', hidden: '', ...over } })

describe('a mail as a signal', () => {
  it('is recorded by its immutable id, with its own words as text', () => {
    const raw = change(body('New.\n\n> old', { signature: 'Ann', hidden: 'white' }))
    expect(rawSignal.parse(raw)).toEqual(raw)
    expect(raw).toMatchObject({
      externalId: 'mail-AAMk1',
      ref: '<1@x.example>',
      kind: 'mail_received',
      text: 'New.',
      actor: { accountId: 'ann@x.example', name: 'Ann Lee', email: 'ann@x.example' },
      context: { quoted: 'Ann\n\n> old', hidden: 'white', isReply: false },
    })
  })

  it('given nothing but an id, then it is still one', () => {
    const raw = change({ from: null, subject: ' ', internetMessageId: null })
    expect(raw).toMatchObject({ actor: null, title: '(no subject)', ref: '<AAMk1>' })
    expect(rawSignal.safeParse(raw).success).toBe(true)
  })

  it('given a hundred megabytes, then it fits into a row', () => {
    const much = 'words and more words\n'.repeat(100_000)
    const raw = change(body(much, { quoted: much, hidden: much }))
    expect(raw.text).toMatch(/\[cut at 100 KB\]$/)
    expect(JSON.stringify(raw).length).toBeLessThan(300_000)
  })

  it('names on one line who wrote, to whom, and what is attached', () => {
    const raw = change({
      from: { name: 'Ann \n  Lee', email: 'ann@x.example' },
      attachments: [{ name: 'plan \n\n of\u200B gates.pdf', bytes: 900 }],
      subject: `Gates \n ${'x'.repeat(600)}`,
    })
    expect(raw.actor?.name).toBe('Ann Lee')
    expect(raw.context.attachments).toEqual([{ name: 'plan of gates.pdf', bytes: 900 }])
    expect(raw.title).toBe(`Gates ${'x'.repeat(494)}`)
  })

  it.each([
    ['Re: x', [], true],
    ['AW: x', [], true],
    ['x', [{ name: 'in-reply-to', value: '<1>' }], true],
    ['FW: x', [{ name: 'In-Reply-To', value: '<1>' }], false],
    ['Refit of x', [], false],
    ['  Re : x', [], true],
    ['RE [12]: x', [], true],
    ['Re[2] : x', [], true],
    ['SV: x', [], true],
    ['Sure: x', [], false],
    ['About re: x', [], false],
    [' fw : x', [{ name: 'In-Reply-To', value: '<1>' }], false],
    ['Fwd: x', [{ name: 'In-Reply-To', value: '<1>' }], false],
    ['Not fw: x', [{ name: 'In-Reply-To', value: '<1>' }], true],
    ['x', [{ name: 'References', value: '<1>' }], false],
  ])('%s with %j is a reply: %s', (subject, headers, isReply) => {
    expect(change({ subject, headers }).context.isReply).toBe(isReply)
  })
})

describe('what a mail is', () => {
  it.each([
    ['an invitation', { isEvent: true }, 'invitation'],
    ['an answer to one', { isEvent: true, subject: 'Automatic reply: x' }, 'invitation'],
    ['away', { subject: 'Automatic reply: x' }, 'mail_automatic'],
    ['away, in German', { subject: 'Automatische Antwort: x' }, 'mail_automatic'],
    ['away, in French', { subject: 'Réponse automatique : x' }, 'mail_automatic'],
    ['auto-submitted', header('Auto-Submitted', 'auto-generated'), 'mail_automatic'],
    ['submitted by hand', header('Auto-Submitted', 'no'), 'mail_received'],
    ['not to be answered by machines', header('X-Auto-Response-Suppress', 'All'), 'mail_automatic'],
    ['from Jira', header('X-JIRA-FingerPrint', 'a'), 'mail_automatic'],
    ['from Teams', from('no-reply@teams.mail.microsoft'), 'mail_automatic'],
    ['from nobody', from('noreply@x.example'), 'mail_automatic'],
    ['to a list', header('List-Id', '<a.b>'), 'mail_bulk'],
    ['with a way out', header('List-Unsubscribe', '<mailto:a@b.c>'), 'mail_bulk'],
    ['bulk by its own word', header('Precedence', 'bulk'), 'mail_bulk'],
    ['a newsletter', from('newsletter@x.example'), 'mail_bulk'],
    ['marketing', { ...from('noreply@x.example'), ...body('Buy!\nUnsubscribe') }, 'mail_bulk'],
    ['about newsletters', body('How do I unsubscribe from this?'), 'mail_received'],
    ['about an office', { subject: 'Out of office space: what now?' }, 'mail_received'],
  ])('%s', (_, over, kind) => {
    expect(change(over).kind).toBe(kind)
  })
})

describe('our own mail', () => {
  it('is one that carries an act, or our notice from the PM or our own address', () => {
    expect(change({ actId: '01ACT' }).ours).toBe(true)
    const notice = header('x-pm-workbench', '01ACT')
    expect(change({ ...notice, ...from('morgan@x.example') }).ours).toBe(true)
    const other = mailChange(aMail({ ...notice, ...from('notices@x.example') }), {
      ...owner,
      noticeFrom: 'Notices@x.example',
    })
    expect(other.ours).toBe(true)
  })

  it('is not any mail of the PM’s, nor one that only carries another header, nor one of nobody', () => {
    const own = from('morgan@x.example')
    expect(change(own).ours).toBe(false)
    expect(change({ ...header('x-other', '1'), ...own }).ours).toBe(false)
    expect(change({ ...header('x-pm-workbench', '1'), from: null }).ours).toBe(false)
    const more = [{ name: 'x-other', value: '1' }, ...header('x-pm-workbench', '1').headers]
    expect(change({ headers: more, ...own }).ours).toBe(true)
  })

  it("given a stranger's mail with our header, then it is looked at like any other", () => {
    expect(change(header('X-PM-Workbench', '01ACT')).ours).toBe(false)
  })
})
