import { templateDeleted } from '../rules/change/template-deleted';
import { unrelatedEdit } from '../rules/change/unrelated-edit';
import { wrongFile } from '../rules/change/wrong-file';
import { descriptionLength } from '../rules/fields/description-length';
import { emptyField } from '../rules/fields/empty-field';
import { fieldLabel } from '../rules/fields/field-label';
import { fieldLayout } from '../rules/fields/field-layout';
import { fieldLimit } from '../rules/fields/field-limit';
import { fieldOrder } from '../rules/fields/field-order';
import { missingField } from '../rules/fields/missing-field';
import { placeholder } from '../rules/fields/placeholder';
import { strayText } from '../rules/fields/stray-text';
import { lfxUrl } from '../rules/lfx/lfx-url';
import { lfxUrlDuplicate } from '../rules/lfx/lfx-url-duplicate';
import { programName } from '../rules/lfx/program-name';
import { proposalForm } from '../rules/lfx/proposal-form';
import { duplicateMentor } from '../rules/mentors/duplicate-mentor';
import { mentorConflict } from '../rules/mentors/mentor-conflict';
import { mentorCount } from '../rules/mentors/mentor-count';
import { mentorEmail } from '../rules/mentors/mentor-email';
import { mentorHandle } from '../rules/mentors/mentor-handle';
import { mentorName } from '../rules/mentors/mentor-name';
import { mentorShape } from '../rules/mentors/mentor-shape';
import { primaryMentor } from '../rules/mentors/primary-mentor';
import { duplicateProject } from '../rules/structure/duplicate-project';
import { duplicateProposal } from '../rules/structure/duplicate-proposal';
import { emptyProject } from '../rules/structure/empty-project';
import { insideTemplate } from '../rules/structure/inside-template';
import { mergeConflict } from '../rules/structure/merge-conflict';
import { missingProject } from '../rules/structure/missing-project';
import { projectLevel } from '../rules/structure/project-level';
import { projectOrder } from '../rules/structure/project-order';
import { proposalLevel } from '../rules/structure/proposal-level';
import { runTogether } from '../rules/structure/run-together';
import { unclosedBlock } from '../rules/structure/unclosed-block';
import { unknownProject } from '../rules/structure/unknown-project';
import { untitledProposal } from '../rules/structure/untitled-proposal';
import { projectQuota } from '../rules/term/project-quota';
import { termDate } from '../rules/term/term-date';
import { termDeadline } from '../rules/term/term-deadline';
import { termStatus } from '../rules/term/term-status';
import { toc } from '../rules/term/toc';
import { directive } from '../rules/text/directive';
import { upstreamClosed } from '../rules/upstream/upstream-closed';
import { upstreamCount } from '../rules/upstream/upstream-count';
import { upstreamDuplicate } from '../rules/upstream/upstream-duplicate';
import { upstreamForm } from '../rules/upstream/upstream-form';
import { upstreamKind } from '../rules/upstream/upstream-kind';
import { upstreamMissing } from '../rules/upstream/upstream-missing';
import { upstreamMoved } from '../rules/upstream/upstream-moved';
import type { Rule } from './rule';

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [
  mergeConflict,
  proposalLevel,
  projectLevel,
  missingProject,
  duplicateProject,
  duplicateProposal,
  emptyProject,
  unknownProject,
  projectOrder,
  untitledProposal,
  insideTemplate,
  runTogether,
  unclosedBlock,
  missingField,
  emptyField,
  placeholder,
  fieldLabel,
  fieldLayout,
  fieldOrder,
  strayText,
  descriptionLength,
  fieldLimit,
  mentorShape,
  mentorName,
  mentorHandle,
  mentorEmail,
  mentorCount,
  duplicateMentor,
  mentorConflict,
  primaryMentor,
  upstreamKind,
  upstreamForm,
  upstreamCount,
  upstreamDuplicate,
  upstreamMissing,
  upstreamMoved,
  upstreamClosed,
  lfxUrl,
  lfxUrlDuplicate,
  programName,
  directive,
  toc,
  termDate,
  termDeadline,
  termStatus,
  projectQuota,
  templateDeleted,
  wrongFile,
  unrelatedEdit,
  // It reports what no rule before it does.
  proposalForm,
];

/** The rules whose findings are about what the person has changed, wherever they are. */
export const changeRules: ReadonlySet<string> = new Set(rules.filter(({ change }) => change).map(({ id }) => id));
