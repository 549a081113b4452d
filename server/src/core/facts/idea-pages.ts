/** Paths of folders and files that contain ideas. */
const ideaPath =
  /(?:^|[/_.-])(?:gsoc|gsod|soc|ideas?|proposals?|gsocproposals|projects?|mentorships?|internships?|outreachy|summer)(?:[/_.-]|\d|$)/i;

/** Whether a path looks like one of a file with ideas. `path` has `/` as separator. */
export function isIdeaPath(path: string): boolean {
  return ideaPath.test(path);
}

/** Whether a heading introduces a list of ideas: "Project ideas", "Open projects", "Proposals". */
export function isListHeading(title: string): boolean {
  return /\b(?:ideas?|proposals?|projects)\b/i.test(title);
}

/** Whether a heading introduces links that are no ideas to take, such as those of past years, or reading for applicants. */
export function isOtherHeading(title: string): boolean {
  return /\b(?:past|previous|former|older|completed|finished|accepted|selected|archived?|resources?|references?|links?|reading|faqs?|guid(?:e|es|elines|ance)|how to|getting started|contacts?|communication|templates?|examples?|reports?|table of contents|contents|toc|about|apply(?:ing)?|applications?|organi[sz]ations?|mentors|students|contributors)\b/i.test(
    title,
  );
}
