/**
 * The grammars that color a proposal inside of Markdown, written from the facts of the program by `npm run docs`.
 *
 * A TextMate grammar sees one line, and cannot know whether the file holds proposals. So only such things are colored
 * as hardly stand anywhere else, or mean the same there: labels of the program in front of a list item, a handle beside
 * its e-mail in brackets or on a line that begins with a mentor's label, a whole program name, the address of a program.
 * A bare `@name`, an e-mail in prose or a paragraph that begins with "Description:" is left to Markdown.
 */

/** Lookbehind has to have one length for each alternative: a list marker has one to four blanks behind it. */
const inItem = `\\G(?<=${[1, 2, 3, 4].map((blanks) => `[-*+][ \\t]{${blanks}}`).join('|')})`;
/** An item below another one: the entries of a mentors field. */
const inNestedItem = '\\G(?<=[ \\t]{2}[-*+][ \\t])';

const handle = '@[A-Za-z\\d](?:-?[A-Za-z\\d]){0,38}(?:_[A-Za-z\\d]+)?(?![\\w@/.-])';
const email = "[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\\d](?:[A-Za-z\\d.-]*[A-Za-z\\d])?";

const scopes = {
  label: { name: 'entity.name.type.label.mentorship-proposals' },
  colon: { name: 'punctuation.separator.key-value.mentorship-proposals' },
  bold: { name: 'markup.bold.markdown' },
  mark: { name: 'punctuation.definition.bold.markdown' },
  handle: { name: 'variable.other.constant.handle.mentorship-proposals' },
  email: { name: 'string.other.email.mentorship-proposals' },
  lfxUrl: { name: 'markup.underline.link.lfx-url.mentorship-proposals' },
  programName: { name: 'meta.program-name.mentorship-proposals' },
  project: { name: 'entity.name.namespace.project.mentorship-proposals' },
  term: { name: 'constant.numeric.term.mentorship-proposals' },
  placeholder: { name: 'keyword.control.placeholder.mentorship-proposals' },
  directive: { name: 'keyword.control.directive.mentorship-proposals' },
  rule: { name: 'variable.other.constant.rule.mentorship-proposals' },
};

/** The grammar of proposals. Nothing is colored in fences, quotes, code and comments. */
export function proposals(facts) {
  const { fieldFacts } = facts;
  const labels = (facts) => facts.flatMap(({ label, aliases }) => [label, ...aliases]);
  const mentors = labels(fieldFacts.filter(({ id }) => id === 'mentors'));
  const own = labels(fieldFacts.filter(({ id }) => id !== 'mentors'));
  // The extra labels of past terms ("Type", "Repository") are words of every README; those of a template are not.
  const others = [...new Set([...own, ...facts.draftLabels, ...facts.summerOfCodeLabels])].filter(
    (label) => !mentors.includes(label),
  );
  const placeholder = `(?i:${either(facts.placeholderWords)})(?=[\\s.!]*$)`;
  const sample = `[^()\\n]{0,40}\\(@(?:${either(facts.sampleHandles)})\\b[^()\\n]*\\)`;
  return {
    information: 'Written by `npm run docs`; the source is scripts/grammar.mjs.',
    scopeName: 'markdown.mentorship-proposals.injection',
    injectionSelector: 'L:meta.paragraph.markdown - (markup.fenced_code | markup.raw | markup.quote | comment)',
    patterns: ['mentors', 'label', 'program-name', 'entry', 'lfx-url'].map((name) => ({ include: `#${name}` })),
    repository: {
      label: {
        match: `${labelled(others)}(?:[ \\t]*(${placeholder}))?`,
        captures: { ...labelCaptures, 9: scopes.placeholder },
      },
      mentors: {
        begin: labelled(mentors),
        beginCaptures: labelCaptures,
        end: '$',
        patterns: [
          { match: `\\G[ \\t]*(${placeholder}|${sample})`, captures: { 1: scopes.placeholder } },
          { match: email, ...scopes.email },
          { match: `(?<![\\w@/.])${handle}`, ...scopes.handle },
          { include: 'text.html.markdown#inline' },
        ],
      },
      entry: {
        patterns: [
          { match: `${inNestedItem}(${placeholder}|${sample})`, captures: { 1: scopes.placeholder } },
          {
            match: `(?<=[(（])[ \\t]*(${handle})[ \\t]*[,，;]?[ \\t]*(${email})(?:[ \\t]*[,，;]?[ \\t]*(LFID):?[ \\t]*([^\\s,;|()]+))?(?=[ \\t,，;]*[)）])`,
            captures: { 1: scopes.handle, 2: scopes.email, 3: scopes.label, 4: scopes.handle },
          },
          {
            match: `${inNestedItem}[^()@\\n]{1,60}[(（][ \\t]*(${handle})(?=[ \\t,，;]*[)）])`,
            captures: { 1: scopes.handle },
          },
        ],
      },
      'program-name': {
        name: scopes.programName.name,
        begin: '\\GCNCF(?= - [^:\\n]+:[^\\n]*\\(20\\d\\d Term \\d\\)[ \\t]*$)',
        end: '$',
        patterns: [
          { match: '(?<=CNCF - )[^:\\n]+', ...scopes.project },
          { match: '(?<=\\()20\\d\\d Term \\d(?=\\)[ \\t]*$)', ...scopes.term },
          { include: 'text.html.markdown#inline' },
        ],
      },
      'lfx-url': {
        match: 'https://mentorship\\.lfx\\.linuxfoundation\\.org/project/[\\da-fA-F-]+',
        ...scopes.lfxUrl,
      },
    },
  };
}

/** The grammar of the comments that switch rules off. It has a place of its own because proposals have none in comments. */
export function directives() {
  return {
    information: 'Written by `npm run docs`; the source is scripts/grammar.mjs.',
    scopeName: 'markdown.mentorship-proposals.directives.injection',
    injectionSelector: 'L:comment.block.html - (markup.fenced_code | markup.raw | markup.quote | meta.embedded)',
    patterns: [
      {
        begin: '\\G(?<=<!--) (proposals-(?:disable-next-line|disable-file|disable|enable))(?=\\s|-->)',
        beginCaptures: { 1: scopes.directive },
        end: '(?=-->)|$',
        patterns: [{ match: '[a-z\\d]+(?:-[a-z\\d]+)*', ...scopes.rule }],
      },
    ],
  };
}

/**
 * A label in front of a list item, perhaps in bold, with its colon: without one it is too easily a word of prose. What is
 * bold has to be named so here, since Markdown does not look at it again.
 */
function labelled(labels) {
  const label = either(labels);
  const colon = '[ \\t]*[:：](?=\\s|$)';
  const bold = `((\\*\\*|__)(${label})(?:([:：])(\\2)(?=\\s|$)|(\\2)(?=${colon})))`;
  return `${inItem}(?:${bold}|(${label})(?=${colon}))(?:[ \\t]*([:：]))?`;
}

const { bold, mark, label, colon } = scopes;
const labelCaptures = { 1: bold, 2: mark, 3: label, 4: colon, 5: mark, 6: mark, 7: label, 8: colon };

/** Longer ones first: the first alternative that matches wins. */
function either(texts) {
  const escaped = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return escaped.join('|');
}
