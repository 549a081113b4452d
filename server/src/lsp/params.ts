/** The parameters of a request of our own, any of which may be absent or something else: a client has sent them. */
export function paramsIn<P>(params: unknown): Partial<P> {
  return typeof params === 'object' && params !== null ? params : {};
}
