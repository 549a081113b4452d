/** Loaded before a server, with `--expose-gc`: tells its parent how much the heap holds after a collection, in bytes. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
// The server must end with its client, not with this channel.
process.channel?.unref();
