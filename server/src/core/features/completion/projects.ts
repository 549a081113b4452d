import { wordKey } from '../../facts/words';
import type { ProposalsDocument } from '../../model/document';
import type { Section } from '../../model/section';
import { isBlank } from '../../text/span';
import { searchable } from '../symbols/fuzzy';
import { beginsWord } from './match';
import type { Offer } from './offer';

const inFile = 'in this file';

/** Project names for a heading: projects of the file first, then all CNCF projects. */
export function projectOffers(document: ProposalsDocument, section: Section, offset: number): readonly Offer[] {
  const { template, projects, text, readings } = document;
  if (section.level !== template.projectLevel) return [];
  const hashes = section.start + (/^[ \t]*#+/.exec(text.slice(section.start, section.start + 80))?.[0].length ?? 0);
  if (offset < hashes) return [];
  let start = hashes;
  while (start < offset && isBlank(text.charCodeAt(start))) start++;
  const blank = start > hashes ? '' : ' ';
  const typed = text.slice(start, offset);
  const span = { start, end: Math.max(offset, section.titleEnd) };
  const key = searchable(typed);
  const seen = new Set<string>();
  const offers: { readonly offer: Offer; readonly grade: number }[] = [];
  const add = (name: string, others: string, detail: string) => {
    const own = searchable(name);
    if (seen.has(wordKey(name)) || !(beginsWord(own, key) || beginsWord(searchable(others), key))) return;
    seen.add(wordKey(name));
    const offer: Offer = {
      kind: 'project',
      label: name,
      detail,
      filterText: own.startsWith(key) ? `${name} ${others}` : `${typed} ${name}`,
      edit: { span, text: blank + name },
      pieces: null,
      topic: { is: 'project', name },
    };
    offers.push({ offer, grade: detail === inFile ? 0 : own.startsWith(key) ? 1 : beginsWord(own, key) ? 2 : 3 });
  };
  for (const project of projects) {
    if (project.section.start === section.start || project.name === '') continue;
    const listed = readings.context.projects.find(project.name);
    add(project.name, listed ? `${listed.slug} ${listed.repository}` : '', inFile);
    if (listed) seen.add(wordKey(listed.name));
  }
  const rest = readings.context.projects.projects;
  for (const { name, slug, maturity, repository } of rest) add(name, `${slug} ${repository}`, maturity);
  return offers.sort((a, b) => a.grade - b.grade).map(({ offer }) => offer);
}
