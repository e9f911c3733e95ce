type PageEvents = { offline: () => void; online: () => void; wake: () => void }

/** Tells when the browser loses or finds its network, and when the tab is looked at again. Returns how to stop. */
export function hearPage({ offline, online, wake }: PageEvents): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') wake()
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('offline', offline)
    window.removeEventListener('online', online)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** Starts something once the first picture is on the screen; returns how to stop it, started or not. */
export function afterFirstPaint(start: () => () => void): () => void {
  let stop: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => (stop = start()))
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    stop?.()
  }
}
