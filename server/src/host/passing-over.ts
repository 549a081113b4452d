import picomatch from 'picomatch/posix';

/** Whether a file or folder, and all that lies in it, is none of ours; its path counts from the folder that is listed. */
export type PassOver = (path: string) => boolean;

/** Whether a name is that of a folder that holds other people's files, or none of ours, and may be very large. */
export function isForeign(name: string): boolean {
  return name === '.git' || name === 'node_modules';
}

/** What foreign folders and the editor's setting `files.exclude` hide; of the setting, what is not understood is left out. */
export function passingOver(setting: unknown): PassOver {
  const hidden = typeof setting === 'object' && setting !== null ? setting : {};
  const patterns = Object.entries(hidden).flatMap(([pattern, value]) =>
    // A condition on files beside it, the other value that there is, is made for compiled files: no Markdown is one.
    value === true && pattern !== '' && pattern.length <= 1_000 ? [pattern.replace(/\/$/, '')] : [],
  );
  // VS Code's patterns know neither negation nor brackets with a mark before them; a folder hides all that is in it.
  const options = { dot: true, nonegate: true, noextglob: true };
  const isHidden = picomatch(
    patterns.flatMap((pattern) => [pattern, `${pattern}/**`]),
    options,
  );
  return (path) => path.split('/').some(isForeign) || (patterns.length > 0 && isHidden(path));
}
