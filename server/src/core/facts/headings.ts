/** Headings that are neither projects nor proposals. Matched against the text without markup. */
const structural =
  /^(?:timeline|(?:project|application|mentee) instructions?|table of contents|toc|(?:list of )?(?:accepted|selected|participating|completed|proposed) (?:projects?|proposals?|programs?)(?: ideas?)?:?|(?:proposed )?projects? ideas?:?|ideas|projects?|proposals|communication|program guidelines|status|mentorship duration.*|overview|introduction|how to .*|terms? \d.*|20\d\d term \d{1,2}(?: \([a-z]+-[a-z]+\))?|q\d.*|.*\(term \d\).*)$/i;

/** The role of a heading. `other` may be a project or a proposal. */
export type HeadingRole = 'template' | 'sample' | 'structure' | 'other';

/** The role of a heading, as far as its text shows it: "Accepted Projects" and "Timeline" are structure. */
export function headingRole(title: string): HeadingRole {
  const plain = title.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  if (/^samples?:?$|\(sample\)$/i.test(plain)) return 'sample';
  if (structural.test(plain)) return 'structure';
  return isTemplateHeading(plain) ? 'template' : 'other';
}

/** Whether a heading introduces the template of a file. */
export function isTemplateHeading(title: string): boolean {
  return /\btemplate\b/i.test(title);
}
