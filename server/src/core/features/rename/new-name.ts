import { type ProposalsDocument, readDocument } from '../../model/document';
import { applyEdits, type Edit } from '../../text/edit';

/** Why something cannot be renamed, in one sentence. */
export interface Refused {
  readonly is: 'refused';
  readonly why: string;
}

/** A name as written in documents. */
export interface NewName {
  readonly is: 'name';
  readonly name: string;
}

/** Edits of one document. `warning` is one sentence about a problem with the new name, or null. */
export interface Renamed {
  readonly is: 'renamed';
  readonly edits: readonly Edit[];
  readonly warning: string | null;
}

export function refused(why: string): Refused {
  return { is: 'refused', why };
}

/** The document as it will be after the edits. */
export function edited({ text, path, readings }: ProposalsDocument, edits: readonly Edit[]): ProposalsDocument {
  return readDocument(applyEdits(text, edits), path, { projects: readings.context.projects });
}

/** Whether two versions of a document have the same structure, ignoring names. */
export function isMadeAlike(a: ProposalsDocument, b: ProposalsDocument): boolean {
  return partsOf(a) === partsOf(b);
}

/** The structure of a document without names. */
function partsOf({ kind, sections, projects, proposals, samples, readings }: ProposalsDocument): string {
  return JSON.stringify([
    kind,
    sections.map(({ level }) => level),
    projects.map(({ section }) => section.level),
    samples.length,
    readings.bodies.map(({ front }) => front.toc.length),
    proposals.map(({ project, subproject, body }) => [
      project ? projects.indexOf(project) : null,
      subproject ? projects.indexOf(subproject) : null,
      body.programName !== null,
      body.fields.map(({ id, label, empty, placeholder }) => [id, label?.text, empty, placeholder?.text]),
      body.mentors.map(({ name, handle, email }) => [name?.text, handle !== null, email !== null]),
      body.upstream.map(({ url }) => url.text),
      body.lfxUrl?.text,
    ]),
  ]);
}
