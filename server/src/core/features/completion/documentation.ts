import { fieldFact } from '../../facts/fields';
import { wordKey } from '../../facts/words';
import type { IssueKey } from '../../known/known';
import { plain } from '../../markdown/write';
import type { ProposalsDocument } from '../../model/document';
import { type HoverContext, paragraphs, proposalLines } from '../hover/card';
import { sourceOf } from '../hover/field';
import { aboutPerson } from '../hover/mentor';
import { projectHover } from '../hover/project';
import { issueMarkdown } from '../issue-preview/issue-preview';
import { personTopic } from './mentors';
import type { Topic } from './offer';

/** Markdown with details about a completion. Null if there are none. */
export function documentationOf(topic: Topic, document: ProposalsDocument, around: HoverContext): string | null {
  switch (topic.is) {
    case 'mentor': {
      const person = around.known.people().find((each) => personTopic(each) === topic.key);
      return person ? aboutPerson(person, around) : null;
    }
    case 'project':
      return aboutProject(topic.name, document, around);
    case 'issue':
      return aboutIssue(topic, around);
    case 'field':
      return aboutField(topic.label, document);
  }
}

function aboutProject(name: string, { readings }: ProposalsDocument, around: HoverContext): string | null {
  const list = readings.context.projects;
  const listed = list.find(name);
  // A name with parentheses is a part of a project, so the project's slug would not identify it.
  const key = listed && !name.includes('(') ? listed.slug : wordKey(name);
  return projectHover({ name, key }, list, around);
}

function aboutIssue(key: IssueKey, around: HoverContext): string | null {
  const { known, now, editor } = around;
  const answer = known.issue(key);
  const url = `https://github.com/${key.owner}/${key.repo}/issues/${key.number}`;
  const proposals = known.uses(key).map(({ proposal }) => proposal);
  return paragraphs(
    answer.is === 'unknown' ? null : issueMarkdown(key, url, answer, now, editor),
    proposalLines(proposals, around),
  );
}

function aboutField(label: string, { template, program }: ProposalsDocument): string | null {
  if (!program.demands.has('lfx')) return sourceOf(label, template);
  const field = template.fields.find((each) => each.label === label);
  if (!field) return null;
  const hint = field.hint === '' ? null : `The template says: ${plain(field.hint.slice(0, 300))}`;
  return paragraphs(field.id && fieldFact(field.id).help, hint);
}
