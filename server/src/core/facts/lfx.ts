import { withoutTail } from '../text/tail';

/** Whether an address is a program's page on LFX Mentorship, or on Community Bridge, which it was until 2021. */
export function isLfxProgram(url: string): boolean {
  return (
    /^https:\/\/mentorship\.lfx\.linuxfoundation\.org\/project\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i.test(
      url,
    ) || /^https?:\/\/people\.communitybridge\.org\/project\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/?$/i.test(url)
  );
}

/** The program's page in an address that leads somewhere into it; null for every other address. */
export function lfxProgramIn(url: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?mentorship\.lfx\.linuxfoundation\.org\/(?:[\w-]+\/)*?project\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-f-])/i.exec(
      url,
    );
  return match?.[1] === undefined ? null : `https://mentorship.lfx.linuxfoundation.org/project/${match[1]}`;
}

/** How LFX Mentorship calls the program of a proposal. A term that the title ends with already is not written twice. */
export function programName(project: string, title: string, term: { year: number; number: number }): string {
  const name = `${term.year} Term ${term.number}`;
  const tail = [`(${name})`, name].find((each) => title.toLowerCase().endsWith(each.toLowerCase()));
  const own = tail === undefined ? title : withoutTail(title.slice(0, -tail.length), /[\s:,–—-]/);
  return `CNCF - ${project}: ${own} (${name})`;
}
