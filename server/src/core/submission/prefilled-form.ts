import { lfxFields } from '../facts/proposal-form';

/** The longest address that GitHub takes for sure. */
export const longestAddress = 7_500;

/** The fields that GitHub fills in from an address: text, but no drop-down and no box. */
const textFields: readonly string[] = [
  lfxFields.name,
  lfxFields.description,
  lfxFields.technologies,
  lfxFields.skills,
  lfxFields.mentors,
  lfxFields.upstream,
  lfxFields.challenge,
  lfxFields.customName,
  lfxFields.customDescription,
];

/** The address of a form on GitHub with the answers that GitHub fills in. `fields` are by the ids of the form. */
export function prefilledForm(
  repository: string,
  template: string,
  title: string,
  fields: ReadonlyMap<string, string>,
): string {
  const given = textFields.flatMap((id): [string, string][] => {
    const text = fields.get(id) ?? '';
    return text === '' ? [] : [[id, text]];
  });
  const all: [string, string][] = [['template', template], ['title', title], ...given];
  const query = all.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(whole(value))}`);
  return `https://github.com/${repository}/issues/new?${query.join('&')}`;
}

/** Half a character cannot be encoded. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
