/**
 * Expressions that could take long with a long text and are given none: `file /pattern/flags`, and the reason. First
 * look for a way to write one so that it needs no place here; `core/text/tail.ts` is there for what ends in `$`.
 */
export const exceptions = {
  'server/src/core/facts/mentors.ts /\\s*[[({<]\\s*at\\s*[\\])}>]\\s*|\\s+at\\s+/i':
    'an address has at most 254 letters',
  'server/src/core/facts/mentors.ts /\\s*[[({<]\\s*dot\\s*[\\])}>]\\s*|\\s+dot\\s+/gi':
    'an address has at most 254 letters',
  'server/src/core/facts/placeholders.ts /^[\\s(<[*_]+|[\\s)>\\].!*_]+$/g':
    'what stands in for a value has at most 200 letters',
  'server/src/core/features/completion/fields.ts /(?:[,;/|]|\\bor\\b|\\band\\b)(?![^()]*\\))/i':
    'a hint has at most 300 letters',
  'server/src/core/features/hover/term.ts /(?:\\s+[-–—:]+)+(?=\\s)/g': 'a row of a timeline is cut to 300 letters',
  'server/src/core/model/label.ts /^([^*_:]+?)\\s*(?:\\*\\*|__)(?!\\w)(?!\\s*[-–—])/': 'a label is cut to 56 letters',
  'server/src/core/model/label.ts /^([\\p{L}\\s]+?(?:\\s*\\([\\p{L}\\s]+\\))?)\\s*[-–—=]?\\s*(?=<?https?:\\/\\/|\\[[^\\]]*\\]\\()/u':
    'a label is cut to 56 letters',
  'server/src/core/model/mentor-token.ts /([\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+)/':
    'it is one of several in an expression whose last one takes the same letters: none of them is looked at again',
  'server/src/core/model/mentor-token.ts /([\\w.+-]+(?:\\s+dot\\s+[\\w.+-]+){0,3}(?:\\s*[[({<]\\s*at\\s*[\\])}>]\\s*|\\s+at\\s+)[\\w-]+(?:(?:\\.|\\s*[[({<]\\s*dot\\s*[\\])}>]\\s*|\\s+dot\\s+)[\\w-]+)*)/':
    'it is one of several in an expression whose last one takes the same letters: none of them is looked at again',
  'server/src/core/rules/mentors/mentor-email.ts /\\S@\\S+\\.\\S|\\bat\\b.*\\bdot\\b/i':
    'an entry is cut to 300 letters',
};

/** Files that put expressions together at run time, and why these are safe. */
export const madeOfParts = {
  'server/src/core/markdown/plain-inline.ts':
    'sticky; each mark reads on to the end of its line at most, and lines have at most 1,000 characters and 60 marks',
  'server/src/core/features/rename/mentor.ts': 'a handle or an address, escaped, between fixed letters',
  'server/src/core/model/mentor-token.ts': 'made of literals, each of which is judged',
  'server/src/core/model/reference.ts': 'made of literals, each of which is judged',
  'server/src/core/model/template.ts': 'one bullet, and the blanks behind it',
};
