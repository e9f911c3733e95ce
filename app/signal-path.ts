/** Where a signal's full chain is. Its id has slashes of its own, and signs that an address would swallow. */
export function signalPath(projectId: string, signalId: string): string {
  return `/projects/${projectId}/signals/${signalId.split('/').map(encodeURIComponent).join('/')}`
}
