/** What VS Code's own client does for its Markdown server, which leaves parsing to it. */
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true });

/** The tokens of a whole text. */
export function tokensOf(text) {
  return parser.parse(text, {});
}
