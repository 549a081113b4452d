import { tailStart } from '../text/tail';

/** The title of an issue in parts. */
export interface IssueTitle {
  readonly title: string;
  /** What the title says about program, term and kind of issue. May be empty. */
  readonly prefix: string;
}

/** Words that only name a program, a term or the kind of an issue. */
const words = new Set(
  (
    'lfx gsoc gsod cncf ospp outreachy mentorship mentorships mentoring mentor mentee summer of code season docs google linux foundation lf ' +
    'feature feat request proposal proposals project projects program programme idea ideas epic umbrella tracking tracker issue task rfc rfe kep ' +
    'enhancement discussion meta story help wanted new draft wip internship intern call for student students contributor contributors ' +
    'term terms year spring fall autumn winter quarter jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june ' +
    'mentorat mentoría mentorías mentoria 导师 导师计划 项目 looking seeking searching wanted we are mentees interns july august september october november december the a an and to in candidate good first topic open source work'
  ).split(' '),
);
/** Those that say so on their own. */
const telling =
  /^(?:lfx|gsoc|gsod|ospp|outreachy|cncf|mentorships?|mentoring|proposals?|ideas?|epic|umbrella|tracking|feat|feature|enhancement|rfc|rfe|project|program|task|meta|story|wip|draft|internships?|mentees?|mentorat|mentorías?|导师计划|term|term\d|t\d|discussion|request|20\d\d)$/;
const numbers = /^(?:\d{1,4}|20\d\d|第[一二三四\d]{1,2}[期季届]|t\d|q\d|term\d|h\d|\d{2}h\d|(?:lfx|gsoc)\d{2,4})$/;

/** Longer titles than GitHub's own limit are cut before they are read. */
const LONGEST = 256;
const MOST_STEPS = 6;

/** The title of an issue without what stands before or behind it about the program. Never empty if `written` is not. */
export function titleOfIssue(written: string): IssueTitle {
  const whole = written.replace(/\s+/g, ' ').trim();
  const long = whole.slice(LONGEST);
  let title = whole.slice(0, LONGEST);
  const taken: string[] = [];
  const behind: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const length = prefixLength(title);
    if (length === 0 || isOnlyVocabulary(title.slice(length))) break;
    taken.push(title.slice(0, length).trim());
    title = title.slice(length).trimStart();
  }
  for (let step = 0; step < MOST_STEPS && long === ''; step++) {
    const start = suffixStart(title);
    if (start <= 0 || isOnlyVocabulary(title.slice(0, start))) break;
    behind.unshift(title.slice(start).trim());
    title = title.slice(0, start).trimEnd();
  }
  return { title: title + long, prefix: [...taken, ...behind].join(' ') };
}

function prefixLength(title: string): number {
  const symbol = /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]?\s*|:[a-z_]+:\s+)+/u.exec(title)?.[0];
  if (symbol) return symbol.length;
  if (/^[[(【]/.test(title)) {
    const end = closing(title);
    if (end > 0 && isAboutProgram(title.slice(1, end))) return end + 1 + separatorLength(title.slice(end + 1));
  }
  const cncf = /^CNCF\s?[-–—]\s?[^:]{1,80}:\s*/.exec(title)?.[0];
  if (cncf) return cncf.length;
  const commit = /^(?:re|fwd|feat|fix|chore|docs|refactor|test|perf|build|ci|style)(?:\([\w ./-]{1,40}\))?!?:\s*/i.exec(
    title,
  )?.[0];
  if (commit) return commit.length;
  for (const mark of title.slice(0, 120).matchAll(/[:：|]|\s[-–—/]+(?=\s)/g)) {
    if (!isAboutProgram(title.slice(0, mark.index))) continue;
    return mark.index + mark[0].length + separatorLength(title.slice(mark.index + mark[0].length));
  }
  const program =
    /^(?:LFX|GSoC|OSPP|Outreachy)(?:['’]?\d{2,4})?(?:\s(?:mentorship|project|proposal|idea|20\d\d|term\s?\d|T\d))*\s(?=\S)/i.exec(
      title,
    )?.[0];
  return program ? program.length : 0;
}

/** Where brackets or words about the program begin at the end of a title. -1 if there are none. */
function suffixStart(title: string): number {
  if (/[\])】]$/.test(title)) {
    let depth = 0;
    for (let at = title.length - 1; at > 0; at--) {
      const character = title.charAt(at);
      if (/[\])】]/.test(character)) depth++;
      else if (/[[(【]/.test(character) && --depth === 0)
        return isAboutProgram(title.slice(at + 1, -1)) && /\s$/.test(title.slice(0, at)) ? at : -1;
    }
    return -1;
  }
  const dash = Math.max(...['- ', '– ', '— ', '| '].map((mark) => title.lastIndexOf(` ${mark}`)));
  if (dash > 0 && isAboutProgram(title.slice(dash + 2))) return dash;
  const term = /20\d\d Term \d$/i.exec(title);
  return term ? tailStart(title.slice(0, term.index), /[\s,:–—-]/) : -1;
}

/** The index of the bracket that closes the first one. -1 if none does. */
function closing(title: string): number {
  let depth = 0;
  for (let at = 0; at < title.length; at++) {
    if (/[[(【]/.test(title.charAt(at))) depth++;
    else if (/[\])】]/.test(title.charAt(at)) && --depth === 0) return at;
  }
  return -1;
}

function separatorLength(text: string): number {
  return /^\s*(?:[:：|–—-]+\s*)?/.exec(text)?.[0].length ?? 0;
}

function isAboutProgram(text: string): boolean {
  return isOnlyVocabulary(text) && wordsOf(text).some((word) => telling.test(word));
}

/** Whether a text has no other words. True for a text without words. */
function isOnlyVocabulary(text: string): boolean {
  return wordsOf(text).every((word) => words.has(word) || numbers.test(word) || telling.test(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
