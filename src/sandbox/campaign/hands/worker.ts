import type { Table } from '#src/adapters/dynamo/table.ts'
import type { Ses } from '#src/adapters/mail/ses.ts'

/**
 * What happens to a worker at its n-th request, to the table or to a vendor: it dies before it leaves, or once it is
 * answered; or, counted among the vendor's alone, the vendor does it and its answer is lost.
 */
export type Strike = { how: 'before' | 'after' | 'lost'; at: number }
type Where = 'table' | 'vendor'

/**
 * A function's process in this one: whatever it asks for passes here. After its death nothing that it asked for comes
 * back and nothing more leaves, as after SIGKILL; so its code simply never goes on.
 */
export class Worker {
  readonly #strike: Strike | undefined
  readonly #died = Promise.withResolvers<'died'>()
  requests = 0
  vendorRequests = 0
  dead = false
  struck = false

  constructor(strike?: Strike) {
    this.#strike = strike
  }

  /** Runs a function to its end or to its death. */
  async run(work: () => Promise<unknown>): Promise<'ended' | 'failed' | 'died'> {
    const end = work().then(
      () => 'ended' as const,
      () => 'failed' as const,
    )
    return await Promise.race([end, this.#died.promise])
  }

  async request<T>(where: Where, send: () => Promise<T>): Promise<T> {
    if (this.dead) return await never()
    this.requests += 1
    if (where === 'vendor') this.vendorRequests += 1
    const struck = this.#isHere(where)
    if (struck === 'before') return await this.#die()
    const answer = await send()
    if (this.#isDead()) return await never()
    if (struck === 'after') return await this.#die()
    if (struck === 'lost') {
      this.struck = true
      throw new TypeError('fetch failed: the answer was lost')
    }
    return answer
  }

  table({ get, getMany, query, queryIndex, write }: Table): Table {
    return {
      get: (key) => this.request('table', () => get(key)),
      getMany: (keys) => this.request('table', () => getMany(keys)),
      query: (pk, range) => this.request('table', () => query(pk, range)),
      queryIndex: (index, pk, range) => this.request('table', () => queryIndex(index, pk, range)),
      write: (writes) => this.request('table', () => write(writes)),
    }
  }

  readonly fetch: typeof fetch = (input, init) => this.request('vendor', () => fetch(input, init))

  ses({ sendToPm }: Ses): Ses {
    return { sendToPm: (mail) => this.request('vendor', () => sendToPm(mail)) }
  }

  #isHere(where: Where): Strike['how'] | undefined {
    if (!this.#strike) return undefined
    const { how, at } = this.#strike
    if (how === 'lost') return where === 'vendor' && at === this.vendorRequests ? how : undefined
    return at === this.requests ? how : undefined
  }

  /** It may have died of another request meanwhile. */
  #isDead = () => this.dead

  async #die(): Promise<never> {
    this.dead = true
    this.struck = true
    this.#died.resolve('died')
    return await never()
  }
}

const never = () => new Promise<never>(() => undefined)
