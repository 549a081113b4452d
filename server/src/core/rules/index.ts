import { directive } from './directive';
import { emptyField } from './empty-field';
import { missingField } from './missing-field';
import { projectQuota } from './project-quota';
import type { Rule } from './rule';
import { termDate } from './term-date';
import { termDeadline } from './term-deadline';
import { termStatus } from './term-status';
import { toc } from './toc';

/** All rules, in the order in which they are documented. */
export const rules: readonly Rule[] = [
  missingField,
  emptyField,
  directive,
  toc,
  termDate,
  termDeadline,
  termStatus,
  projectQuota,
];
