import { distance } from 'fastest-levenshtein';
import { isEmail, isGitHubHandle } from '../facts/mentors';
import { termKey, termLabel } from '../facts/terms';
import { wordKey } from '../facts/words';
import type { Known, KnownMentor } from '../known/known';
import { type Proposal, type ProposalsDocument, proposalAt } from '../model/document';
import type { Mentor } from '../model/proposal';
import { type Part, shift } from '../text/span';
import { calledMentor, valuesOf, withParts } from './mentor-entry';
import type { DocumentContext, DocumentRule, Related, Report } from './rule';

export const mentorConflict: DocumentRule = {
  id: 'mentor-conflict',
  scope: 'document',
  outside: true,
  summary: 'A mentor has the same handle, name and address as in other proposals.',
  why: 'One of two that differ is usually a slip, and then the invitation or the confirmation goes astray.',
  source: 'The other proposals of the workspace',
  severity: 'information',
  examples: [
    {
      bad: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-exampel, ada@example.org)\n',
      good: '### Jaeger\n\n#### Faster queries\n\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      known: knowing({
        name: 'Ada Example',
        handle: 'ada-example',
        email: 'ada@example.org',
        path: 'programs/lfx-mentorship/2024/03-Sep-Nov/README.md',
        project: 'Jaeger',
        title: 'Smaller index',
        term: '2024-3',
        uri: 'file:///programs/lfx-mentorship/2024/03-Sep-Nov/README.md',
        span: { start: 0, end: 0 },
      }),
    },
  ],
  *check(context) {
    for (const proposal of context.document.proposals) {
      for (const mentor of proposal.body.mentors) {
        const conflict = conflictOf(mentor, proposal, context);
        if (conflict) yield reportOf(conflict, proposal, context.document);
      }
    }
  },
  *help({ span }, context) {
    const proposal = proposalAt(context.document, span.start);
    if (!proposal) return;
    const { start } = proposal.section;
    for (const mentor of proposal.body.mentors) {
      const conflict = conflictOf(mentor, proposal, context);
      if (!conflict || conflict.part.span.start + start !== span.start) continue;
      for (const value of valuesOf(conflict.others, conflict.key)) {
        const edit = withParts(proposal.body, mentor, { [conflict.key]: value });
        if (edit)
          yield {
            title: `Change it to "${conflict.key === 'handle' ? '@' : ''}${value}"`,
            kind: 'choice',
            preferred: true,
            caret: null,
            edits: [{ ...edit, span: shift(edit.span, start) }],
          };
      }
    }
  },
};

/** A part of an entry that others write otherwise. */
interface Conflict {
  readonly key: 'name' | 'handle' | 'email';
  readonly part: Part;
  readonly mentor: Mentor;
  /** Those of the newest term that say so. */
  readonly others: readonly KnownMentor[];
}

function conflictOf(mentor: Mentor, proposal: Proposal, { document, known }: DocumentContext): Conflict | null {
  const handle = mentor.handle && isGitHubHandle(mentor.handle.text) ? mentor.handle : null;
  const email = mentor.email && isEmail(mentor.email.text) ? mentor.email : null;
  const byHandle = handle ? known.mentorsByHandle(handle.text) : nobody;
  const byEmail = email ? known.mentorsByEmail(email.text) : nobody;
  if (handle && byEmail.length > byHandle.length) {
    const others = against(byEmail, 'handle', handle.text);
    if (others) return { key: 'handle', part: handle, mentor, others };
  }
  if (email && byHandle.length > byEmail.length) {
    const others = against(byHandle, 'email', email.text);
    if (others && (isRecent(others) || isNear(email.text, others[0]?.email ?? '')))
      return { key: 'email', part: email, mentor, others };
  }
  if (handle && mentor.name) {
    const { name } = mentor;
    const others = against(byHandle, 'name', name.text);
    if (others?.every((other) => isAnotherName(name.text, other.name ?? '')))
      return { key: 'name', part: name, mentor, others };
    if (isNew(byHandle)) {
      const near = nearHandles(mentor.name.text, handle.text, known);
      if (near.length > 0) return { key: 'handle', part: handle, mentor, others: near };
    }
  }
  return null;

  /** Those of the newest term before or with this one that give another value; null where anybody gives the same. */
  function against(all: readonly KnownMentor[], key: Conflict['key'], own: string): readonly KnownMentor[] | null {
    const term = termKey(document.term);
    let newest: KnownMentor[] = [];
    for (const other of all) {
      const value = other[key];
      if (value === null || isOwn(other)) continue;
      if (key === 'name' ? same(value, own) : value.toLowerCase() === own.toLowerCase()) return null;
      if (term !== '' && other.term > term) continue;
      const last = newest[0]?.term ?? '';
      if (other.term > last) newest = [other];
      else if (other.term === last) newest.push(other);
    }
    return newest.length > 0 ? newest : null;
  }

  /** A proposal stands in the drafts and in the README of its term: it does not contradict itself. */
  function isOwn(other: KnownMentor): boolean {
    return other.term === termKey(document.term) && same(other.title, proposal.body.title.text);
  }

  /** People change their address with their employer: only that of the last year can be expected to hold. */
  function isRecent([other]: readonly KnownMentor[]): boolean {
    const year = document.term?.year ?? null;
    return year === null || Number(other?.term.split('-')[0]) >= year - 1;
  }

  function isNew(all: readonly KnownMentor[]): boolean {
    return all.every(isOwn);
  }

  function nearHandles(name: string, own: string, { mentors }: Known): readonly KnownMentor[] {
    return mentors().filter(
      (other) =>
        other.name === name &&
        other.handle !== null &&
        !isOwn(other) &&
        Math.abs(other.handle.length - own.length) < 2 &&
        distance(other.handle.toLowerCase(), own.toLowerCase()) === 1,
    );
  }
}

function isNear(a: string, b: string): boolean {
  return distance(a.toLowerCase(), b.toLowerCase()) <= 3;
}

const nobody: readonly KnownMentor[] = [];

function same(a: string, b: string): boolean {
  return a === b || wordKey(a) === wordKey(b);
}

/** Two names without a word in common; "Bo" and "Bob Sample", or a handle instead of a name, are no contradiction. */
function isAnotherName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const [own, others] = [words(a), words(b)];
  if (own.length < 2 || others.length < 2) return false;
  return !own.some((word) => others.some((other) => word.startsWith(other) || other.startsWith(word)));
}

function reportOf({ key, part, others, mentor }: Conflict, { section }: Proposal, { path }: ProposalsDocument): Report {
  const [other] = others;
  const value = other?.[key] ?? '';
  const where = other && other.path !== path ? placeOf(other) : 'in another proposal of this file';
  const handle = `@${mentor.handle?.text}`;
  const message =
    key === 'email'
      ? `${where}, the e-mail of ${handle} is ${value}; write the one of their LFX account.`
      : key === 'handle'
        ? `${where}, the handle of ${calledMentor(mentor)} is @${value}; is one of them a slip?`
        : `${where}, ${handle} is ${value}; is one of them a slip?`;
  const related = others.slice(0, 3).map(
    (each): Related => ({
      uri: each.path === path ? null : each.uri,
      span: each.span,
      message: `${key === 'handle' ? '@' : ''}${each[key]}, in "${each.title}".`,
    }),
  );
  return {
    span: shift(part.span, section.start),
    message: message.charAt(0).toUpperCase() + message.slice(1),
    related,
  };
}

/** "2024-3" → "in 2024 Term 3". */
function placeOf({ term, title }: KnownMentor): string {
  const [year, number] = term.split('-').map(Number);
  const label = termLabel({ program: null, year: year || null, number: number || null, name: null });
  return label === null || term === '' ? `in "${title}"` : `in ${label}`;
}

/** For the example: one mentor is known. */
function knowing(mentor: KnownMentor): Partial<Known> {
  return {
    mentors: () => [mentor],
    mentorsByHandle: (handle) => (handle === mentor.handle ? [mentor] : []),
    mentorsByEmail: (email) => (email === mentor.email ? [mentor] : []),
  };
}
