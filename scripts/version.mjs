/**
 * Whether a version is offered only to people who want pre-releases. The Marketplace takes no `-beta` in a version, so the
 * usual rule holds: pre-releases have an odd second number.
 */
export function isPreRelease(version) {
  return Number(version.split('.')[1]) % 2 === 1;
}
