import type { DraftProgram } from '../facts/draft-programs';
import { fieldIdOf } from '../facts/fields';
import type { ProposalForm } from '../facts/proposal-form';
import { summerOfCodeLabels } from '../facts/summer-of-code';
import { bundledProgramAt } from '../model/given-template';
import type { AskedField } from '../submission/draft-text';
import { type DraftWithRest, lfxDraft, programDraft } from './draft-text';
import type { IssueReading } from './reading';
import { shapedDraft } from './shaped-draft';

const summerOfCodeFields = summerOfCodeLabels.map((label): AskedField => ({ label, id: fieldIdOf(label) }));

/**
 * The draft that an issue makes for a program. `body` is the issue's, for one that was made with CNCF's form; `project` is
 * the heading above a draft for Summer of Code, empty for none.
 */
export function draftForProgram(
  reading: IssueReading,
  program: DraftProgram,
  { body, form, project = '' }: { readonly body: string; readonly form: ProposalForm; readonly project?: string },
): DraftWithRest {
  if (program === 'lfx') return lfxDraft(reading, body, form);
  const template = program === 'outreachy' ? bundledProgramAt('outreachy')?.template : null;
  if (template) return shapedDraft(reading, { template, level: template.proposalLevel, document: null });
  return programDraft(reading, summerOfCodeFields, project);
}
