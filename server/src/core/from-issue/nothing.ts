import { isPlaceholder } from '../facts/placeholders';

/** What GitHub writes for an answer that nobody gave, and what its own templates ask for. */
const template =
  /^(?:_No response_|a clear and concise description of\b.*|ex\. i'm always frustrated when\b.*|add any other context\b.*)$/is;

/** A hint that a template leaves in the text: all of it in brackets, or in emphasis or a quote that asks for something. */
const bracketed = /^\[(?![ xX]\])[^[\]]+\]$/;
const asking =
  /^(?:[_*]{1,2}\(?|>\s*|\()(?:please\s+)?(?:describe|explain|list|provide|add|enter|write|insert|specify|fill in|your|e\.g\.)\b[^\n]*$/i;

/** Longer texts are no placeholders. */
const LONGEST = 500;

/** Whether a text of an issue only holds the place of an answer. `given` are such texts of the issue's form. */
export function saysNothing(text: string, given: readonly string[] = []): boolean {
  const own = text.trim();
  if (own === '' || given.some((each) => each.trim() === own)) return true;
  if (own.length > LONGEST) return false;
  return (
    isPlaceholder(own) || template.test(own) || bracketed.test(own) || asking.test(own) || !/[\p{L}\p{N}]/u.test(own)
  );
}

/** A text without HTML comments. One that is never closed goes to the end, as on GitHub. */
export function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    if (open < 0) return result + text.slice(at);
    result += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return result;
    at = close + 3;
  }
}
