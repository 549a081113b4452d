import { withoutTail } from '../text/tail';

/** Whether a URL is a program's page on LFX Mentorship or on Community Bridge, its name until 2021. */
export function isLfxProgram(url: string): boolean {
  return (
    /^https:\/\/mentorship\.lfx\.linuxfoundation\.org\/project\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i.test(
      url,
    ) || /^https?:\/\/people\.communitybridge\.org\/project\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i.test(url)
  );
}

/** The URL of the program's page, from any URL at or below it. Null for other URLs. */
export function lfxProgramIn(url: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?mentorship\.lfx\.linuxfoundation\.org\/(?:[\w-]+\/)*?project\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-f-])/i.exec(
      url,
    );
  return match?.[1] === undefined ? null : `https://mentorship.lfx.linuxfoundation.org/project/${match[1]}`;
}

/**
 * The name of a proposal's program on LFX Mentorship. If the title already ends with the term, the term is not
 * repeated.
 */
export function programName(project: string, title: string, term: { year: number; number: number }): string {
  const name = `${term.year} Term ${term.number}`;
  const tail = [`(${name})`, name].find((each) => title.toLowerCase().endsWith(each.toLowerCase()));
  const own = tail === undefined ? title : withoutTail(title.slice(0, -tail.length), /[\s:,–—-]/);
  return `CNCF - ${project}: ${own} (${name})`;
}
