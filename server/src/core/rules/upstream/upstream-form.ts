import type { ProposalRule } from '../../linter/rule';
import type { ProposalBody, Reference } from '../../model/proposal';
import { shift, sliceOf } from '../../text/span';

export const upstreamForm: ProposalRule = {
  id: 'upstream-form',
  scope: 'proposal',
  layout: true,
  summary: 'The upstream issue is written as a plain URL.',
  why: 'Programs read the URL from the proposal. Brackets, link texts and short forms make it harder to find.',
  source: 'The template',
  severity: 'information',
  demand: 'upstream',
  examples: [
    {
      bad: '#### Faster queries\n\n- Upstream Issue: <https://github.com/example/example/issues/1#issuecomment-2>\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
    {
      bad: '#### Faster queries\n\n- Upstream Issue: example/example#1\n',
      good: '#### Faster queries\n\n- Upstream Issue: https://github.com/example/example/issues/1\n',
    },
  ],
  *check({ body }) {
    for (const reference of body.upstream) {
      const bare = bareUrl(reference);
      // A link to something other than an issue must be replaced anyway.
      if (bare !== null && (reference.kind === 'issue' || labelOf(body, reference) === null))
        yield {
          span: reference.span,
          message: `Write only the URL "${bare}".`,
          fixable: labelOf(body, reference) === null && canStand(body, reference, bare),
        };
    }
  },
  *help({ span }, { proposal: { body, section } }) {
    const reference = body.upstream.find((each) => each.span.start === span.start);
    const bare = reference ? bareUrl(reference) : null;
    if (!reference || bare === null || !canStand(body, reference, bare)) return;
    const label = labelOf(body, reference);
    yield {
      title: label === null ? 'Write only the URL' : `Write only the URL instead of "${label}"`,
      kind: label === null ? 'fix' : 'choice',
      preferred: true,
      caret: null,
      edits: [{ span: shift(reference.span, section.start), text: bare }],
    };
  },
};

/**
 * The URL to write instead. Null if it is already correct. Text after the issue number is dropped, because it opens the
 * same issue.
 */
function bareUrl({ kind, form, url }: Reference): string | null {
  const plain = kind === 'issue' ? /^[^?#]*?\/issues\/\d+/i.exec(url.text)?.[0] : undefined;
  const whole = plain ?? url.text;
  const bare = /^(?:www\.)?github\.com\//i.test(whole) ? `https://${whole}` : whole;
  return form === 'bare' && bare === url.text ? null : bare;
}

/** A link text that adds information to its URL. Null if nothing is lost without it. */
function labelOf({ text }: ProposalBody, { form, span, url, repo, number }: Reference): string | null {
  if (form !== 'link') return null;
  const label = /^\[((?:[^\]\\\n]|\\.)*)\]/.exec(sliceOf(text, span))?.[1]?.trim() ?? '';
  const plain = label.replace(/[\s<>`*_\\[\]]/g, '').toLowerCase();
  const tail = repo === null ? '' : `${repo}#${number}`.toLowerCase();
  const same =
    plain === '' ||
    url.text.toLowerCase().includes(plain) ||
    plain === url.text.replace(/[\\_*`]/g, '').toLowerCase() ||
    plain === `#${number}` ||
    (tail !== '' && plain.endsWith(tail)) ||
    /^(?:github)?(?:upstream)?(?:issue|link|url|here)?(?:url|link)?(?:#\d+)?$/.test(plain);
  return same ? null : label;
}

/** Whether the reader would recognize exactly this URL in the surrounding text. */
function canStand({ text }: ProposalBody, { span }: Reference, bare: string): boolean {
  return (
    /^(?:$|[\s,;.)])/.test(text.slice(span.end, span.end + 1)) &&
    !/[\p{L}\p{N}_/]$/u.test(text.slice(Math.max(0, span.start - 1), span.start)) &&
    !/[.,;:!?*_'"”’\]})|`<>\s]$|[|`"<>\s]/.test(bare)
  );
}
