type Files = readonly (readonly [name: string, text: string])[];

/**
 * Another set of files, as long and as hard to read as `files`: other years, titles, issues and addresses, and mostly
 * other people, by name, handle and address. Everybody stays for five copies. The first copy has the number 0.
 */
export function copyOf(files: Files, number: number): Files {
  return files.map(([name, text]) => [`set-${number}/${inYear(name, number)}`, others(text, number)]);
}

/** How many years one set of files covers. There are ten such spans in a century. */
const YEARS = 10;

/** For how many copies the people are the same. */
const STAY = 5;

function inYear(name: string, number: number): string {
  return name.replace(/20\d\d/g, (year) => String(2000 + ((Number(year) - 2000 + YEARS * number) % 100)));
}

function others(text: string, number: number): string {
  const group = Math.floor(number / STAY);
  return text
    .replace(/^(#{3,5} .*\S)/gm, `$1 ${number}`)
    .replace(/(\/(?:issues|pull|discussions)\/)(\d+)/g, (_, path: string, issue: string) => `${path}${issue}${number}`)
    .replace(/\b([\w.]+)@([\w-]+\.)/g, `$1.${group}@$2`)
    .replace(/(\p{L})(?= \(@[a-z\d])/giu, `$1${'abcdefghij'[group % YEARS]}`)
    .replace(/(\(| )@([a-z\d](?:-?[a-z\d])*)/gi, `$1@$2-${group}`);
}
