type Files = readonly (readonly [name: string, text: string])[];

/**
 * Another set of files, as long and as hard to read as `files`: other years, titles, issues and addresses, and mostly
 * other people. A mentor stays for up to ten copies. The first copy has the number 0.
 */
export function copyOf(files: Files, number: number): Files {
  return files.map(([name, text]) => [`set-${number}/${inYear(name, number)}`, others(text, number)]);
}

/** How many years one set of files covers. There are ten such spans in a century. */
const YEARS = 10;

function inYear(name: string, number: number): string {
  return name.replace(/20\d\d/g, (year) => String(2000 + ((Number(year) - 2000 + YEARS * number) % 100)));
}

function others(text: string, number: number): string {
  return text
    .replace(/^(#{3,5} .*\S)/gm, `$1 ${number}`)
    .replace(/(\/(?:issues|pull|discussions)\/)(\d+)/g, (_, path: string, issue: string) => `${path}${issue}${number}`)
    .replace(/\b([\w.]+)@([\w-]+\.)/g, (_, who: string, host: string) => `${who}.${stay(who, number)}@${host}`)
    .replace(
      /(\(| )@([a-z\d](?:-?[a-z\d])*)/gi,
      (_, before: string, who: string) => `${before}@${who}-${stay(who, number)}`,
    );
}

/** The same number for as many copies as somebody stays: one to ten. */
function stay(who: string, number: number): number {
  return Math.floor(number / (1 + (who.length % 10)));
}
