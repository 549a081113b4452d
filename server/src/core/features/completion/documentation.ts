import { fieldFact } from '../../facts/fields';
import { isGitHubHandle } from '../../facts/mentors';
import { termLabel } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import { type Known, type KnownProposal, newestFirst } from '../../known/known';
import type { Person } from '../../known/people';
import { renderedTitle } from '../../model/anchor';
import type { ProposalsDocument } from '../../model/document';
import { link, plain } from '../markdown';
import { personTopic } from './mentors';
import type { Topic } from './offer';

/** So many proposals are shown by name. */
const MOST = 5;

/** What a person may want to know before they accept a completion, as Markdown; null where nothing is known. */
export function documentationOf(topic: Topic, document: ProposalsDocument, known: Known): string | null {
  switch (topic.is) {
    case 'mentor': {
      const person = known.people().find((each) => personTopic(each) === topic.key);
      return person ? aboutPerson(person) : null;
    }
    case 'project':
      return aboutProject(topic.name, document, known);
    case 'issue': {
      const lines = proposalLines(known.uses(topic).map(({ proposal }) => proposal));
      const answer = known.issue(topic);
      const facts = answer.is === 'known' ? `**${plain(answer.facts.title)}** · ${answer.facts.state}` : null;
      return [facts, lines].filter((part) => part !== null).join('\n\n') || null;
    }
    case 'field':
      return aboutField(topic.label, document);
  }
}

function aboutPerson({ names, handle, emails, mentions }: Person): string {
  const [name, ...otherNames] = names;
  const [email, ...otherEmails] = emails;
  const account =
    handle === null
      ? null
      : isGitHubHandle(handle)
        ? link(`@${handle}`, `https://github.com/${handle}`)
        : plain(handle);
  const head = [name === undefined ? null : `**${plain(name)}**`, account, email === undefined ? null : plain(email)];
  const others = [...otherNames, ...otherEmails].slice(0, MOST).map(plain);
  return [
    head.filter((part) => part !== null).join(' · '),
    others.length > 0 ? `Earlier also ${others.join(', ')}` : null,
    proposalLines(mentions.map(({ proposal }) => proposal)),
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}

function aboutProject(name: string, { readings }: ProposalsDocument, known: Known): string | null {
  const listed = readings.context.projects.find(name);
  const key = listed && !name.includes('(') ? listed.slug : wordKey(name);
  const facts = listed
    ? [
        listed.maturity,
        /^https?:\/\//.test(listed.homepage) ? link(listed.homepage, listed.homepage) : '',
        listed.repository && plain(listed.repository),
      ]
        .filter((part) => part !== '')
        .join(' · ')
    : null;
  return [facts, proposalLines(known.proposals(key))].filter((part) => part !== null).join('\n\n') || null;
}

function aboutField(label: string, { template }: ProposalsDocument): string | null {
  const field = template.fields.find((each) => each.label === label);
  if (!field) return null;
  const hint = field.hint === '' ? null : `The template says: ${plain(field.hint.slice(0, 300))}`;
  return [field.id && fieldFact(field.id).help, hint].filter(Boolean).join('\n\n') || null;
}

/** The newest proposals, a draft and its accepted copy once. */
function proposalLines(proposals: readonly KnownProposal[]): string | null {
  const distinct = new Map<string, KnownProposal>();
  for (const proposal of [...proposals].sort((a, b) => newestFirst(a.file, b.file))) {
    const key = `${proposal.file.termKey} ${wordKey(proposal.title)}`;
    if (!distinct.has(key)) distinct.set(key, proposal);
  }
  if (distinct.size === 0) return null;
  const lines = [...distinct.values()].slice(0, MOST).map(({ file, project, title }) => {
    const term = file.term && termLabel(file.term);
    const parts = [term, project?.name, title].filter((part) => typeof part === 'string' && part !== '');
    return `- ${parts.map((part) => plain(renderedTitle(part ?? '').slice(0, 100))).join(' · ')}`;
  });
  if (distinct.size > MOST) lines.push(`- and ${distinct.size - MOST} more`);
  return `${distinct.size === 1 ? '1 proposal' : `${distinct.size} proposals`}\n\n${lines.join('\n')}`;
}
