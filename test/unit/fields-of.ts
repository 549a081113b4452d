import { read } from './marks';

/** The fields of the first proposal in `source`, as `id "label"`, with `empty` where they are. */
export function fields(source: string): string[] {
  const proposal = read(source).document.proposals[0];
  return (proposal?.body.fields ?? []).map(
    ({ id, label, empty }) => `${id} ${label === null ? '-' : `"${label.text}"`}${empty ? ' empty' : ''}`,
  );
}
