import { descriptionLength } from './description-length';
import { directive } from './directive';
import { duplicateMentor } from './duplicate-mentor';
import { duplicateProject } from './duplicate-project';
import { duplicateProposal } from './duplicate-proposal';
import { emptyField } from './empty-field';
import { emptyProject } from './empty-project';
import { fieldLabel } from './field-label';
import { fieldLayout } from './field-layout';
import { fieldOrder } from './field-order';
import { insideTemplate } from './inside-template';
import { lfxUrl } from './lfx-url';
import { lfxUrlDuplicate } from './lfx-url-duplicate';
import { mentorConflict } from './mentor-conflict';
import { mentorCount } from './mentor-count';
import { mentorEmail } from './mentor-email';
import { mentorHandle } from './mentor-handle';
import { mentorName } from './mentor-name';
import { mentorShape } from './mentor-shape';
import { mergeConflict } from './merge-conflict';
import { missingField } from './missing-field';
import { missingProject } from './missing-project';
import { placeholder } from './placeholder';
import { programName } from './program-name';
import { projectLevel } from './project-level';
import { projectOrder } from './project-order';
import { projectQuota } from './project-quota';
import { proposalLevel } from './proposal-level';
import type { Rule } from './rule';
import { runTogether } from './run-together';
import { strayText } from './stray-text';
import { termDate } from './term-date';
import { termDeadline } from './term-deadline';
import { termStatus } from './term-status';
import { toc } from './toc';
import { unknownProject } from './unknown-project';
import { untitledProposal } from './untitled-proposal';
import { upstreamClosed } from './upstream-closed';
import { upstreamCount } from './upstream-count';
import { upstreamDuplicate } from './upstream-duplicate';
import { upstreamForm } from './upstream-form';
import { upstreamKind } from './upstream-kind';
import { upstreamMissing } from './upstream-missing';
import { upstreamMoved } from './upstream-moved';

/** All rules, in the order in which they are documented. */
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
  missingField,
  emptyField,
  placeholder,
  fieldLabel,
  fieldLayout,
  fieldOrder,
  strayText,
  descriptionLength,
  mentorShape,
  mentorName,
  mentorHandle,
  mentorEmail,
  mentorCount,
  duplicateMentor,
  mentorConflict,
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
];
