/** Headings of the files that are neither projects nor proposals, as patterns of their text without marks. */
const structural =
  /^(?:timeline|(?:project|application|mentee) instructions?|table of contents|toc|template|sample:?|samples|(?:list of )?(?:accepted|selected|participating|completed|proposed) (?:projects?|proposals?|programs?)(?: ideas?)?:?|(?:proposed )?projects? ideas?:?|ideas|projects?|proposals|communication|program guidelines|status|mentorship duration.*|overview|introduction|how to .*|terms? \d.*|q\d.*|.*\(term \d\).*)$/i;

/** Whether a heading orders the file ("Accepted Projects", "Timeline") and names neither project nor proposal. */
export function isStructuralHeading(title: string): boolean {
  return structural.test(title.replace(/[*_`]/g, '').trim());
}

/** Whether a heading stands above the template of a file. */
export function isTemplateHeading(title: string): boolean {
  return /\btemplate\b/i.test(title);
}

/** Whether a heading stands above a sample proposal. */
export function isSampleHeading(title: string): boolean {
  return /^samples?:?$/i.test(title.replace(/[*_`]/g, '').trim());
}
